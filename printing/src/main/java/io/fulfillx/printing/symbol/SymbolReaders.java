package io.fulfillx.printing.symbol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The readers there are. */
public final class SymbolReaders {
    private static final Comparator<Symbol> READING_ORDER =
            Comparator.<Symbol>comparingInt(symbol -> symbol.area().y())
                    .thenComparingInt(symbol -> symbol.area().x());

    private static final int SLACK = 24;

    private SymbolReaders() {}

    /** All that any of our readers finds, each symbol once. */
    public static SymbolReader best() {
        LinearReader linear = new LinearReader();
        ZxingReader zxing = new ZxingReader();
        return picture -> union(linear.read(picture), zxing.read(picture));
    }

    /** All symbols of both lists; one that stands in both at the same place is kept once. */
    static List<Symbol> union(List<Symbol> first, List<Symbol> second) {
        List<Symbol> all = new ArrayList<>(first);
        for (Symbol symbol : second) {
            if (all.stream().noneMatch(known -> same(known, symbol))) {
                all.add(symbol);
            }
        }
        all.sort(READING_ORDER);
        return List.copyOf(all);
    }

    private static boolean same(Symbol one, Symbol other) {
        return one.kind() == other.kind()
                && one.payload().equals(other.payload())
                && touch(one.area(), other.area());
    }

    /** Leaning bars may be read in two bands with a gap between. */
    private static boolean touch(Symbol.Area one, Symbol.Area other) {
        return one.x() <= other.x() + other.width() + SLACK
                && other.x() <= one.x() + one.width() + SLACK
                && one.y() <= other.y() + other.height() + SLACK
                && other.y() <= one.y() + one.height() + SLACK;
    }
}
