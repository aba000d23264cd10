package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

/** Small forms of numbers and letters. */
final class NumberRules {
    private static final int PREFIX_DIGITS = 4;
    private static final int BASE = 10;
    private static final long MOST_LATITUDE = 1_800_000_000L;
    private static final long MOST_LONGITUDE = 3_600_000_000L;

    private NumberRules() {}

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static @Nullable Finding prefix(String text, int from, int to) {
        if (to - from < PREFIX_DIGITS) {
            return new Finding(Gs1Problem.NO_COMPANY_PREFIX, from, Math.max(0, to - from));
        }
        for (int i = from; i < from + PREFIX_DIGITS; i++) {
            if (!digit(text.charAt(i))) {
                return new Finding(Gs1Problem.NO_COMPANY_PREFIX, i, 1);
            }
        }
        return null;
    }

    static @Nullable Finding oneOf(
            String text, int from, int to, String allowed, Gs1Problem problem) {
        for (int i = from; i < to; i++) {
            if (allowed.indexOf(text.charAt(i)) < 0) {
                return new Finding(problem, i, 1);
            }
        }
        return null;
    }

    static @Nullable Finding importer(String text, int from, int to) {
        return CharacterSet.SET_64.has(text.charAt(from))
                ? null
                : new Finding(Gs1Problem.WRONG_IMPORTER, from, to - from);
    }

    static @Nullable Finding degrees(String text, int from, int to, Gs1Problem problem) {
        long most = problem == Gs1Problem.WRONG_LATITUDE ? MOST_LATITUDE : MOST_LONGITUDE;
        return number(text, from, to) > most ? new Finding(problem, from, to - from) : null;
    }

    private static long number(String text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * BASE + text.charAt(i) - '0';
        }
        return number;
    }

    static @Nullable Finding notZero(String text, int from, int to) {
        return number(text, from, to) == 0
                ? new Finding(Gs1Problem.MUST_NOT_BE_ZERO, from, to - from)
                : null;
    }

    static @Nullable Finding noLeadingZero(String text, int from, int to) {
        return text.charAt(from) == '0' ? new Finding(Gs1Problem.LEADING_ZERO, from, 1) : null;
    }

    static @Nullable Finding hasNonDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!digit(text.charAt(i))) {
                return null;
            }
        }
        return new Finding(Gs1Problem.NEEDS_A_NON_DIGIT, from, to - from);
    }

    /** Every percent sign begins a code of two hexadecimal digits. */
    static @Nullable Finding percent(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '%') {
                if (i + 2 >= to || PercentCode.at(text, i) < 0) {
                    return new Finding(Gs1Problem.WRONG_PERCENT_CODE, i, Math.min(3, to - i));
                }
                i += 2;
            }
        }
        return null;
    }

    static @Nullable Finding positionOfEnd(String text, int from, int to) {
        int slash = from;
        while (slash < to && digit(text.charAt(slash))) {
            slash++;
        }
        int tail = slash + 1;
        while (tail < to && digit(text.charAt(tail))) {
            tail++;
        }
        boolean formed = slash > from && slash < to - 1 && text.charAt(slash) == '/' && tail == to;
        if (!formed) {
            return new Finding(Gs1Problem.NOT_POSITION_OF_END, from, to - from);
        }
        if (text.charAt(from) == '0') {
            return new Finding(Gs1Problem.LEADING_ZERO, from, slash - from);
        }
        if (text.charAt(slash + 1) == '0') {
            return new Finding(Gs1Problem.LEADING_ZERO, slash + 1, to - slash - 1);
        }
        return number(text, from, slash) > number(text, slash + 1, to)
                ? new Finding(Gs1Problem.POSITION_BEYOND_END, from, to - from)
                : null;
    }

    static @Nullable Finding pieceOfTotal(String text, int from, int to) {
        int middle = (from + to) / 2;
        long piece = number(text, from, middle);
        return piece == 0 || piece > number(text, middle, to)
                ? new Finding(Gs1Problem.WRONG_PIECE, from, to - from)
                : null;
    }
}
