package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

/**
 * Where a label goes on the media, before it is turned.
 *
 * @param turned whether the drawing is turned clockwise by a quarter afterwards
 * @param scale dots for one unit of the page
 * @param left the unit of the page at the drawing's left edge, as top
 * @param width of the drawing in dots, as height
 */
record Placement(boolean turned, double scale, double left, double top, int width, int height) {
    /** Heads do not reach the very edge: what is scaled anyway keeps a millimeter away. */
    private static final int MARGIN_MICROMETERS = 1000;

    /** Below this share of the media a label cut from a sheet is brought to more of it. */
    private static final double FILLED = 0.8;

    private static final double MOST_GROWN = 1.5;

    /** A picture whose resolution is off by less than this is not resampled. */
    private static final double SAME = 0.02;

    /** A picture whose edges are off the media's by more was made for another resolution. */
    private static final double OFF = 1.2;

    private static final double FULL = 0.97;

    /** Turning must gain this much, so that a square label stays as it is. */
    private static final double WORTH_TURNING = 1.08;

    static Placement of(Region region, double unitsPerInch, Media media, Dpi dpi) {
        int across = media.widthDots(dpi);
        int down = media.heightDots(dpi);
        double upright = fit(region.paper(), across, down);
        boolean turned = fit(region.paper(), down, across) > upright * WORTH_TURNING;
        int width = turned ? down : across;
        int height = turned ? across : down;
        double scale = scale(region, unitsPerInch, dpi, width, height);
        return new Placement(
                turned,
                scale,
                start(region.paper().left(), region.paper().right(), region, true, scale, width),
                start(region.paper().top(), region.paper().bottom(), region, false, scale, height),
                width,
                height);
    }

    private static double fit(Box box, int width, int height) {
        return Math.min((double) width / box.width(), (double) height / box.height());
    }

    private static double scale(
            Region region, double unitsPerInch, Dpi dpi, int width, int height) {
        Box content = region.content();
        double most = fit(content, width, height);
        int margin = 2 * dpi.dots(MARGIN_MICROMETERS);
        double inside = fit(content, width - margin, height - margin);
        if (unitsPerInch <= 0) {
            return pictureScale(region, width, height, most, inside);
        }
        double exact = dpi.perInch() / unitsPerInch;
        double natural = Math.abs(exact - 1) < SAME ? 1 : exact;
        if (natural > most) {
            return inside;
        }
        boolean sheet = region.paper().equals(content);
        return !sheet || natural >= most * FILLED
                ? natural
                : Math.min(inside, natural * MOST_GROWN);
    }

    /** A picture of unknown size was made for this head if its edges are about the media's. */
    private static double pictureScale(
            Region region, int width, int height, double most, double inside) {
        double across = (double) region.paper().width() / width;
        double down = (double) region.paper().height() / height;
        boolean made = Math.max(across, down) >= 1 / OFF && Math.min(across, down) <= OFF;
        if (made && most >= 1) {
            return 1;
        }
        return Math.min(inside, fit(region.paper(), width, height) * OFF);
    }

    /** Centers the paper; if that cuts content off, the paper's edge or the content leads. */
    private static double start(
            int from, int to, Region region, boolean across, double scale, int dots) {
        double length = dots / scale;
        Box content = region.content();
        double first = across ? content.left() : content.top();
        double last = across ? content.right() : content.bottom();
        double centered = (from + to - length) / 2;
        if (last - first >= FULL * length) {
            // Nearly as large as the media: its own margins are even ones.
            return onGrid((first + last - length) / 2, scale);
        }
        boolean whole = first >= centered && last <= centered + length;
        double start = whole ? centered : Math.min(first, Math.max(from, last - length));
        return onGrid(start, scale);
    }

    private static double onGrid(double start, double scale) {
        return scale == 1 ? Math.ceil(start) : start;
    }
}
