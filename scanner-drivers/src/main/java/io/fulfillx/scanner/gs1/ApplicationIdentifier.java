package io.fulfillx.scanner.gs1;

import java.util.List;
import java.util.Optional;

/**
 * One kind of element string: its identifier and the form of its value.
 *
 * @param length the value's length where it is fixed by the identifier (no FNC1 follows then), the
 *     longest where it is not
 */
record ApplicationIdentifier(String code, int length, boolean fixed, Form form) {
    /** What the value may hold. */
    enum Form {
        DIGITS,
        /** Digits with a mod-10 check digit at the end. */
        CHECKED,
        /** YYMMDD; day 00 stands for the month's end. */
        DATE,
        /** GS1 character set 82. */
        TEXT
    }

    private static final List<ApplicationIdentifier> KNOWN =
            List.of(
                    fixed("00", 18, Form.CHECKED),
                    fixed("01", 14, Form.CHECKED),
                    fixed("02", 14, Form.CHECKED),
                    upTo("10", 20, Form.TEXT),
                    fixed("11", 6, Form.DATE),
                    fixed("15", 6, Form.DATE),
                    fixed("17", 6, Form.DATE),
                    upTo("21", 20, Form.TEXT),
                    upTo("30", 8, Form.DIGITS),
                    upTo("37", 8, Form.DIGITS),
                    upTo("240", 30, Form.TEXT),
                    upTo("400", 30, Form.TEXT),
                    fixed("410", 13, Form.CHECKED),
                    upTo("420", 20, Form.TEXT));

    private static ApplicationIdentifier fixed(String code, int length, Form form) {
        return new ApplicationIdentifier(code, length, true, form);
    }

    private static ApplicationIdentifier upTo(String code, int length, Form form) {
        return new ApplicationIdentifier(code, length, false, form);
    }

    /** The identifier that starts here. No known one is the beginning of another. */
    static Optional<ApplicationIdentifier> at(String text, int offset) {
        return KNOWN.stream().filter(known -> text.startsWith(known.code, offset)).findFirst();
    }

    /** Where the value that starts here ends. */
    int end(String text, int start, char separator) {
        if (fixed) {
            return Math.min(text.length(), start + length);
        }
        int end = text.indexOf(separator, start);
        return end < 0 ? text.length() : end;
    }

    boolean accepts(String value) {
        if (value.isEmpty() || value.length() > length || fixed && value.length() < length) {
            return false;
        }
        return switch (form) {
            case DIGITS -> value.matches("[0-9]+");
            case CHECKED -> value.matches("[0-9]+") && Gs1Message.checkDigitFits(value);
            case DATE -> value.matches("[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])");
            case TEXT -> value.matches("[!\"%-?A-Z_a-z]+");
        };
    }
}
