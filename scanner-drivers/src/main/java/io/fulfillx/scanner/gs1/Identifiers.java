package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** All application identifiers, found by their first digits without a search. */
final class Identifiers {
    private static final int PREFIX = 2;
    private static final int LONGEST = 4;
    private static final int RADIX = 10;

    private static final List<ApplicationIdentifier> ALL = IdentifierTable.load();

    /** How many digits all identifiers with these first two have; 0 when there are none. */
    private static final byte[] LENGTHS = new byte[100];

    /** By length and number. */
    private static final @Nullable ApplicationIdentifier[][] BY_NUMBER = {
        {},
        {},
        new ApplicationIdentifier[100],
        new ApplicationIdentifier[1_000],
        new ApplicationIdentifier[10_000]
    };

    static {
        for (ApplicationIdentifier each : ALL) {
            String code = each.code();
            LENGTHS[Integer.parseInt(code.substring(0, PREFIX))] = (byte) code.length();
            BY_NUMBER[code.length()][Integer.parseInt(code)] = each;
        }
    }

    private Identifiers() {}

    static List<ApplicationIdentifier> all() {
        return ALL;
    }

    static Optional<ApplicationIdentifier> find(String code) {
        return Optional.ofNullable(exactly(code, 0, code.length()));
    }

    /** The one that is written there and ends there; null when there is none. */
    static @Nullable ApplicationIdentifier exactly(String text, int from, int to) {
        int length = to - from;
        if (length < PREFIX || length > LONGEST) {
            return null;
        }
        int number = number(text, from, to);
        return number < 0 ? null : BY_NUMBER[length][number];
    }

    /** The one that starts there; null when there is none. No one is the beginning of another. */
    static @Nullable ApplicationIdentifier startingAt(String text, int from) {
        int prefix = number(text, from, from + PREFIX);
        if (prefix < 0) {
            return null;
        }
        int length = LENGTHS[prefix];
        return length == 0 ? null : exactly(text, from, from + length);
    }

    /** -1 when these are not all digits, or the text ends before. */
    private static int number(String text, int from, int to) {
        if (to > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit >= RADIX) {
                return -1;
            }
            number = number * RADIX + digit;
        }
        return number;
    }
}
