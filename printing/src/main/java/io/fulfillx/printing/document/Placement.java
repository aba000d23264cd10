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
        double natural = unitsPerInch > 0 ? dpi.perInch() / unitsPerInch : 1;
        if (natural > most) {
            return inside;
        }
        boolean sheet = region.paper().equals(content);
        if (!sheet || natural >= most * FILLED) {
            return natural;
        }
        return unitsPerInch > 0 ? Math.min(inside, natural * MOST_GROWN) : inside;
    }

    /** Centers the paper, then moves it so far that all content is on the media. */
    private static double start(
            int from, int to, Region region, boolean across, double scale, int dots) {
        double start = (from + to) / 2.0 - dots / scale / 2;
        Box content = region.content();
        double first = across ? content.left() : content.top();
        double last = across ? content.right() : content.bottom();
        double moved = Math.min(first, Math.max(start, last - dots / scale));
        return scale == 1 ? Math.ceil(moved) : moved;
    }
}
