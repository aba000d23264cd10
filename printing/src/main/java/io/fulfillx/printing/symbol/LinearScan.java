package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Looks for linear symbols at the likely places of a picture: in the middle of the bars, over their
 * whole height, then in bands; straight, then leaning.
 */
final class LinearScan {
    private static final int MIDDLE_ROWS = 40;
    private static final int BAND_ROWS = 20;
    private static final int LOWEST = 8;
    private static final int MOST_BANDS = 10;
    private static final int FEWEST_ELEMENTS = 20;
    private static final double STEEPEST = 0.06;

    private final Function<Bars, List<LinearHit>> decoder;

    LinearScan(Function<Bars, List<LinearHit>> decoder) {
        this.decoder = decoder;
    }

    /** Those that stand straight among upright dots, and are read at the first look. */
    List<LinearFind> straight(BarRegion region, Dots upright) {
        List<Band> bands = bands(0, upright.height());
        for (Band band : bands.subList(0, Math.min(2, bands.size()))) {
            List<LinearFind> found = read(region, upright, band);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    List<LinearFind> scan(Bitmap picture) {
        List<LinearFind> finds = new ArrayList<>();
        for (BarRegion region : BarRegions.find(picture)) {
            finds.addAll(scan(picture, region));
        }
        return finds;
    }

    List<LinearFind> scan(Bitmap picture, BarRegion region) {
        List<LinearFind> finds = new ArrayList<>();
        search(region, region.upright(picture), 0, Integer.MAX_VALUE, finds);
        return finds;
    }

    private void search(BarRegion region, Dots dots, int top, int end, List<LinearFind> finds) {
        int bottom = Math.min(end, dots.height());
        if (bottom - top < LOWEST) {
            return;
        }
        List<LinearFind> found = readFirst(region, dots, top, bottom);
        if (!found.isEmpty()) {
            finds.addAll(found);
            int highest = bottom;
            int lowest = top;
            for (LinearFind find : found) {
                highest = Math.min(highest, find.upright().y());
                lowest = Math.max(lowest, find.upright().y() + find.upright().height());
            }
            search(region, dots, top, highest, finds);
            search(region, dots, lowest, bottom, finds);
        }
    }

    private List<LinearFind> readFirst(BarRegion region, Dots dots, int top, int bottom) {
        List<Band> bands = bands(top, bottom);
        for (Band band : bands) {
            List<LinearFind> found = read(region, dots, band);
            if (!found.isEmpty()) {
                return found;
            }
        }
        double slope = bottom - top < 2 * LOWEST ? 0 : slope(dots, bands.getFirst());
        for (int i = 0; i < bands.size() && slope != 0; i++) {
            Band leaning = new Band(bands.get(i).top(), bands.get(i).bottom(), slope);
            List<LinearFind> found = read(region, dots, leaning);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<Band> bands(int top, int bottom) {
        List<Band> bands = new ArrayList<>();
        int middle = (top + bottom) / 2;
        if (bottom - top > MIDDLE_ROWS) {
            bands.add(new Band(middle - MIDDLE_ROWS / 2, middle + MIDDLE_ROWS / 2, 0));
        }
        bands.add(new Band(top, bottom, 0));
        int rows = bottom - top > 3 * BAND_ROWS ? BAND_ROWS : LOWEST;
        int count = Math.min(MOST_BANDS, (bottom - top) / rows);
        for (int i = 0; count > 1 && i < count; i++) {
            int from = top + (int) ((long) (bottom - top) * i / count);
            bands.add(new Band(from, Math.min(bottom, from + rows), 0));
        }
        return bands;
    }

    private List<LinearFind> read(BarRegion region, Dots dots, Band band) {
        Bars bars = Profile.of(dots, band.top(), band.bottom(), band.slope()).bars();
        if (bars.size() < FEWEST_ELEMENTS) {
            return List.of();
        }
        List<LinearFind> found = new ArrayList<>();
        for (LinearHit hit : decoder.apply(bars)) {
            LinearFind find = LinearFind.of(region, dots, band, bars, hit);
            if (find.upright().height() >= LOWEST) {
                found.add(find);
            }
        }
        return found;
    }

    /** The slope along which the bars stand out most; 0 when it makes no difference. */
    private static double slope(Dots dots, Band band) {
        double best = 0;
        double most = Profile.contrast(dots, band.top(), band.bottom(), 0);
        for (double slope = -STEEPEST; slope <= STEEPEST; slope += 0.005) {
            double contrast = Profile.contrast(dots, band.top(), band.bottom(), slope);
            if (contrast > most) {
                most = contrast;
                best = slope;
            }
        }
        return best;
    }

    /** Rows and their slope, dots to the right for each row down. */
    record Band(int top, int bottom, double slope) {}
}
