package io.fulfillx.printing.symbol;

/**
 * A linear symbol found in a picture.
 *
 * @param bars those of the band it was read in, always from the left
 * @param first its first element there
 * @param upright its box when turned so that the bars stand
 */
record LinearFind(
        BarRegion region, LinearHit hit, Bars bars, int first, double slope, Symbol.Area upright) {
    private static final double ALIKE = 0.8;
    private static final int LONGEST_GAP = 3;

    static LinearFind of(
            BarRegion region, Dots dots, LinearScan.Band band, Bars bars, LinearHit hit) {
        int first = hit.first();
        int last = first + hit.count() - 1;
        double middle = (band.top() + band.bottom()) / 2.0;
        int center = (band.top() + band.bottom()) / 2;
        int top = center;
        for (int y = top - 1; y >= Math.max(0, top - LONGEST_GAP - 1); y--) {
            if (alike(dots, y, bars, hit, band.slope() * (y + 0.5 - middle))) {
                top = y;
            }
        }
        int bottom = center + 1;
        for (int y = bottom; y < Math.min(dots.height(), bottom + LONGEST_GAP + 1); y++) {
            if (alike(dots, y, bars, hit, band.slope() * (y + 0.5 - middle))) {
                bottom = y + 1;
            }
        }
        int left = (int) Math.floor(bars.start(first));
        int right = (int) Math.ceil(bars.end(last));
        return new LinearFind(
                region,
                hit,
                bars,
                first,
                band.slope(),
                new Symbol.Area(left, top, right - left, bottom - top));
    }

    private static boolean alike(Dots dots, int y, Bars bars, LinearHit hit, double shift) {
        int right = 0;
        for (int i = hit.first(); i < hit.first() + hit.count(); i++) {
            double center = (bars.start(i) + bars.end(i)) / 2 + shift;
            if (dots.get((int) Math.floor(center), y) == (i % 2 == 0 ? 1 : 0)) {
                right++;
            }
        }
        return right >= ALIKE * hit.count();
    }

    /** In the picture's own words. */
    Symbol symbol() {
        return new Symbol(hit.kind(), hit.aimId(), hit.payload(), region.inPicture(upright));
    }
}
