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
    private static final int MOST_BANDS = 10;
    private static final int FEWEST_ELEMENTS = 20;
    private static final double STEEPEST = 0.06;

    private final Function<Bars, List<LinearHit>> decoder;

    LinearScan(Function<Bars, List<LinearHit>> decoder) {
        this.decoder = decoder;
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
        Dots dots = region.upright(picture);
        search(region, dots, 0, dots.height(), finds);
        return finds;
    }

    private void search(BarRegion region, Dots dots, int top, int bottom, List<LinearFind> finds) {
        if (bottom - top < 10) {
            return;
        }
        for (int[] band : bands(top, bottom)) {
            List<LinearFind> found = readBand(region, dots, band[0], band[1]);
            if (!found.isEmpty()) {
                finds.addAll(found);
                int highest = found.stream().mapToInt(find -> find.upright().y()).min().getAsInt();
                int lowest =
                        found.stream()
                                .mapToInt(find -> find.upright().y() + find.upright().height())
                                .max()
                                .getAsInt();
                search(region, dots, top, highest, finds);
                search(region, dots, lowest, bottom, finds);
                return;
            }
        }
    }

    private static List<int[]> bands(int top, int bottom) {
        List<int[]> bands = new ArrayList<>();
        int middle = (top + bottom) / 2;
        if (bottom - top > MIDDLE_ROWS) {
            bands.add(new int[] {middle - MIDDLE_ROWS / 2, middle + MIDDLE_ROWS / 2});
        }
        bands.add(new int[] {top, bottom});
        int count = Math.min(MOST_BANDS, (bottom - top) / BAND_ROWS);
        for (int i = 0; count > 2 && i < count; i++) {
            int from = top + (int) ((long) (bottom - top) * i / count);
            bands.add(new int[] {from, Math.min(bottom, from + BAND_ROWS)});
        }
        return bands;
    }

    private List<LinearFind> readBand(BarRegion region, Dots dots, int top, int bottom) {
        Bars straight = Profile.of(dots, top, bottom, 0).bars();
        List<LinearFind> found = read(region, dots, new Band(top, bottom, 0), straight);
        if (found.isEmpty() && bottom - top > BAND_ROWS) {
            double slope = slope(dots, top, bottom);
            if (slope != 0) {
                Bars leaning = Profile.of(dots, top, bottom, slope).bars();
                found = read(region, dots, new Band(top, bottom, slope), leaning);
            }
        }
        return found;
    }

    private List<LinearFind> read(BarRegion region, Dots dots, Band band, Bars bars) {
        if (bars.size() < FEWEST_ELEMENTS) {
            return List.of();
        }
        List<LinearFind> found = new ArrayList<>();
        for (LinearHit hit : decoder.apply(bars)) {
            found.add(LinearFind.of(region, dots, band, bars, hit));
        }
        return found;
    }

    private static double slope(Dots dots, int top, int bottom) {
        double best = 0;
        double most = 0;
        for (double slope = -STEEPEST; slope <= STEEPEST; slope += 0.005) {
            double contrast = Profile.of(dots, top, bottom, slope).contrast();
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
