package io.fulfillx.scanner.gs1;

import org.jspecify.annotations.Nullable;

/** Check digits and check characters. */
final class CheckRules {
    private static final int BASE = 10;
    private static final int PAIR = 2;
    private static final int PAIR_MODULUS = 1021;
    private static final int PAIR_BITS = 5;
    private static final String PAIR_CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /** The weights of the pair are the prime numbers, the first for the last character. */
    private static final int[] PRIMES = primes(90);

    private static final int IBAN_SHORTEST = 11;
    private static final int IBAN_LONGEST = 34;
    private static final int IBAN_MODULUS = 97;

    /** Country and check digits, which are computed last. */
    private static final int IBAN_HEAD = 4;

    private CheckRules() {}

    private static int[] primes(int count) {
        int[] primes = new int[count];
        int found = 0;
        for (int candidate = 2; found < count; candidate++) {
            boolean prime = true;
            for (int i = 0; prime && i < found; i++) {
                prime = candidate % primes[i] != 0;
            }
            if (prime) {
                primes[found++] = candidate;
            }
        }
        return primes;
    }

    static @Nullable Finding digit(String text, int from, int to) {
        int sum = 0;
        int weight = 1;
        for (int i = to - 1; i >= from; i--) {
            sum += (text.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return sum % BASE == 0 ? null : new Finding(Gs1Problem.WRONG_CHECK_DIGIT, to - 1, 1);
    }

    static @Nullable Finding pair(String text, int from, int to) {
        int length = to - from - PAIR;
        if (length < 0) {
            return new Finding(Gs1Problem.TOO_SHORT, from, to - from);
        }
        String order = CharacterSet.SET_82.characters();
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += order.indexOf(text.charAt(from + i)) * PRIMES[length - 1 - i];
        }
        sum %= PAIR_MODULUS;
        boolean fits =
                text.charAt(to - PAIR) == PAIR_CHARACTERS.charAt(sum >> PAIR_BITS)
                        && text.charAt(to - 1)
                                == PAIR_CHARACTERS.charAt(sum & ((1 << PAIR_BITS) - 1));
        return fits ? null : new Finding(Gs1Problem.WRONG_CHECK_CHARACTERS, to - PAIR, PAIR);
    }

    /** ISO 13616: the number with its head moved to the end leaves 1 when divided by 97. */
    static @Nullable Finding iban(String text, int from, int to) {
        int length = to - from;
        if (length < IBAN_SHORTEST || length > IBAN_LONGEST) {
            return new Finding(Gs1Problem.WRONG_IBAN, from, length);
        }
        if (!CodeList.COUNTRY2.has(text, from, from + 2)) {
            return new Finding(Gs1Problem.UNKNOWN_COUNTRY, from, 2);
        }
        int remainder = 0;
        for (int i = 0; i < length; i++) {
            int at = from + (i + IBAN_HEAD) % length;
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                remainder = (remainder * BASE + c - '0') % IBAN_MODULUS;
            } else if (c >= 'A' && c <= 'Z') {
                remainder = (remainder * BASE * BASE + c - 'A' + BASE) % IBAN_MODULUS;
            } else {
                return new Finding(Gs1Problem.WRONG_IBAN, at, 1);
            }
        }
        return remainder == 1 ? null : new Finding(Gs1Problem.WRONG_IBAN, from + 2, 2);
    }
}
