package io.fulfillx.printing.preview.zpl;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The values after a command. Missing or unreadable ones are replaced by what the caller says. */
final class Parameters {
    private final List<String> values = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final String data;

    Parameters(String data, char delimiter) {
        this.data = data;
        int from = 0;
        for (int at = data.indexOf(delimiter); at >= 0; at = data.indexOf(delimiter, from)) {
            values.add(data.substring(from, at));
            starts.add(from);
            from = at + 1;
        }
        values.add(data.substring(from));
        starts.add(from);
    }

    String text(int index) {
        return index < values.size() ? values.get(index).strip() : "";
    }

    /** The first letter of a value, in upper case. */
    char letter(int index, char otherwise) {
        String text = text(index);
        return text.isEmpty() ? otherwise : Character.toUpperCase(text.charAt(0));
    }

    boolean yes(int index, boolean otherwise) {
        return letter(index, otherwise ? 'Y' : 'N') == 'Y';
    }

    /** The number a value begins with. */
    OptionalDouble decimal(int index) {
        String text = text(index);
        int end = 0;
        while (end < text.length() && "+-.0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end == 0 || end > 20) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.substring(0, end));
            return Math.abs(value) < 1e8 ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** A rounded number. */
    int number(int index, int otherwise) {
        OptionalDouble value = decimal(index);
        return value.isPresent() ? (int) Math.round(value.getAsDouble()) : otherwise;
    }

    /** A rounded number, forced between two limits where there is one. */
    int number(int index, int otherwise, int least, int most) {
        return decimal(index).isPresent()
                ? Math.clamp(number(index, otherwise), least, most)
                : otherwise;
    }

    /** Quarters clockwise of N, R, I or B. */
    int quarters(int index, int otherwise) {
        return quarters(letter(index, '?'), otherwise);
    }

    static int quarters(char letter, int otherwise) {
        int quarters = "NRIB".indexOf(letter);
        return quarters < 0 ? otherwise : quarters;
    }

    /** Everything from a value on, delimiters included. */
    String rest(int index) {
        return index < values.size() ? data.substring(starts.get(index)) : "";
    }
}
