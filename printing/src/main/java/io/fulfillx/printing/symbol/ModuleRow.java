package io.fulfillx.printing.symbol;

import java.util.List;
import java.util.Optional;

/**
 * The bars and spaces of a linear symbol in modules, from the left or the top of the picture.
 *
 * @param widths of the elements, the first a bar; in thousandths of a module, since wide elements
 *     of some symbologies are between two and three modules
 */
record ModuleRow(List<Integer> widths) {
    private static final int ONE = 1000;

    /** Empty when the widths are not clearly those of a symbol of its kind. */
    static Optional<ModuleRow> of(LinearFind find) {
        double[] raw = new double[find.hit().count()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = find.bars().width(find.first() + i);
        }
        Optional<List<Integer>> widths =
                switch (find.hit().kind()) {
                    case CODE_128 -> whole(raw, 11 * ((raw.length - 1) / 6) + 2, 4);
                    case CODE_93 -> whole(raw, 9 * ((raw.length - 1) / 6) + 1, 4);
                    case EAN_13, UPC_A -> whole(raw, 95, 4);
                    case EAN_8 -> whole(raw, 67, 4);
                    case UPC_E -> whole(raw, 51, 4);
                    case CODE_39, ITF, CODABAR -> thinAndWide(raw);
                    case DATABAR, DATA_MATRIX, QR_CODE, AZTEC, PDF_417, MAXICODE ->
                            Optional.empty();
                };
        return widths.map(list -> new ModuleRow(find.region().lying() ? list.reversed() : list));
    }

    private static Optional<List<Integer>> whole(double[] raw, int modules, int widest) {
        double module = sum(raw) / modules;
        Integer[] widths = new Integer[raw.length];
        int total = 0;
        for (int i = 0; i < raw.length; i++) {
            long width = Math.round(raw[i] / module);
            if (width < 1 || width > widest || Math.abs(raw[i] / module - width) > 0.4) {
                return Optional.empty();
            }
            widths[i] = (int) width * ONE;
            total += (int) width;
        }
        return total == modules ? Optional.of(List.of(widths)) : Optional.empty();
    }

    private static Optional<List<Integer>> thinAndWide(double[] raw) {
        double[] sorted = raw.clone();
        java.util.Arrays.sort(sorted);
        double middle = (sorted[raw.length / 8] + sorted[raw.length - 1 - raw.length / 16]) / 2;
        double thin = 0;
        double wide = 0;
        int thinCount = 0;
        for (double width : raw) {
            if (width < middle) {
                thin += width;
                thinCount++;
            } else {
                wide += width;
            }
        }
        if (thinCount == 0 || thinCount == raw.length) {
            return Optional.empty();
        }
        thin /= thinCount;
        wide /= raw.length - thinCount;
        int ratio = (int) Math.round(wide / thin * ONE);
        if (ratio < 1800 || ratio > 3400) {
            return Optional.empty();
        }
        Integer[] widths = new Integer[raw.length];
        for (int i = 0; i < raw.length; i++) {
            boolean isThin = raw[i] < middle;
            double mean = isThin ? thin : wide;
            if (Math.abs(raw[i] - mean) > 0.4 * thin) {
                return Optional.empty();
            }
            widths[i] = isThin ? ONE : ratio;
        }
        return Optional.of(List.of(widths));
    }

    private static double sum(double[] raw) {
        double sum = 0;
        for (double width : raw) {
            sum += width;
        }
        return sum;
    }

    /** The length of all elements, in modules. */
    double modules() {
        return widths.stream().mapToInt(Integer::intValue).sum() / (double) ONE;
    }

    /** Dots of an element when a module has so many. */
    int dots(int element, int module) {
        return Math.toIntExact(Math.round(widths.get(element) * (double) module / ONE));
    }

    /** Dots of all elements. */
    int dots(int module) {
        int dots = 0;
        for (int i = 0; i < widths.size(); i++) {
            dots += dots(i, module);
        }
        return dots;
    }

    /** Whether the other has the same elements; how wide its wide ones are may differ a little. */
    boolean same(ModuleRow other) {
        if (widths.size() != other.widths.size()) {
            return false;
        }
        for (int i = 0; i < widths.size(); i++) {
            boolean apart = Math.abs(widths.get(i) - other.widths.get(i)) > 550;
            if (apart || (widths.get(i) == ONE) != (other.widths.get(i) == ONE)) {
                return false;
            }
        }
        return true;
    }
}
