package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.List;

/** Bars that stand on a label but say nothing. */
final class UnreadBars {
    private static final int FEWEST = 24;
    private static final int LOWEST = 40;

    private UnreadBars() {}

    /** Whether there are some beside the symbols that were read. */
    static boolean on(Bitmap label, List<Symbol> symbols) {
        return BarRegions.find(label).stream()
                .filter(region -> symbols.stream().noneMatch(known -> covers(known, region)))
                .anyMatch(region -> regular(region.upright(label)));
    }

    private static boolean covers(Symbol symbol, BarRegion region) {
        Symbol.Area one = symbol.area();
        Symbol.Area other = region.area();
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    /** Many edges that hardly change over many rows; letters do not do that. */
    private static boolean regular(Dots dots) {
        int top = dots.height() / 2 - LOWEST / 2;
        if (top < 0) {
            return false;
        }
        Bars bars = Profile.of(dots, top, top + LOWEST, 0).bars();
        if (bars.size() < FEWEST) {
            return false;
        }
        int off = 0;
        for (int y = top; y < top + LOWEST; y++) {
            for (int i = 0; i < bars.size(); i++) {
                double center = (bars.start(i) + bars.end(i)) / 2;
                off += dots.get((int) center, y) == (i % 2 == 0 ? 1 : 0) ? 0 : 1;
            }
        }
        return off * 50 < bars.size() * LOWEST;
    }
}
