package io.fulfillx.scanner.tracking;

import io.fulfillx.model.item.Gtin;
import io.fulfillx.model.label.LetterCheck;

/** Check digits. The last character is checked against those in front of it. */
final class Checks {
    private static final int TEN = 10;
    private static final int SEVEN = 7;
    private static final int ELEVEN = 11;
    private static final int ISO_MODULUS = 36;
    private static final String ISO = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Checks() {}

    static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Digits of this many. */
    static boolean digits(String text, int length) {
        return text.length() == length && digits(text);
    }

    private static int last(String text) {
        return text.charAt(text.length() - 1) - '0';
    }

    /** GS1: weights 3 and 1 from the right. */
    static boolean mod10(String digits) {
        return Gtin.checkDigit(digits) == digits.charAt(digits.length() - 1);
    }

    /** Weights in turn from the left, modulo 10. */
    static boolean weighted10(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            sum += (digits.charAt(i) - '0') * weights[i % weights.length];
        }
        return (TEN - sum % TEN) % TEN == last(digits);
    }

    /** UPS and OnTrac. */
    static boolean letters10(String text) {
        return LetterCheck.of(text) == text.charAt(text.length() - 1);
    }

    /** FedEx: weights 1, 3 and 7 from the right, modulo 11, and 10 counts as 0. */
    static boolean fedex(String digits) {
        int[] weights = {1, 3, 7};
        int sum = 0;
        int last = digits.length() - 2;
        for (int i = last; i >= 0; i--) {
            sum += (digits.charAt(i) - '0') * weights[(last - i) % weights.length];
        }
        return sum % ELEVEN % TEN == last(digits);
    }

    /** DHL Express: the remainder by 7. */
    static boolean mod7(String digits) {
        return Long.parseLong(digits.substring(0, digits.length() - 1)) % SEVEN == last(digits);
    }

    /** Universal Postal Union, standard S10: eight digits and their check digit. */
    static boolean s10(String nine) {
        int[] weights = {8, 6, 4, 2, 3, 5, 9, 7};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (nine.charAt(i) - '0') * weights[i];
        }
        int check = ELEVEN - sum % ELEVEN;
        int digit = check == TEN ? 0 : check == ELEVEN ? 5 : check;
        return digit == last(nine);
    }

    /** ISO/IEC 7064, MOD 37,36. */
    static boolean iso3736(String text) {
        int sum = ISO_MODULUS;
        for (int i = 0; i < text.length() - 1; i++) {
            sum += ISO.indexOf(text.charAt(i));
            sum = sum > ISO_MODULUS ? sum - ISO_MODULUS : sum;
            sum *= 2;
            sum = sum > ISO_MODULUS ? sum - ISO_MODULUS - 1 : sum;
        }
        int check = (ISO_MODULUS + 1 - sum) % ISO_MODULUS;
        return ISO.charAt(check) == text.charAt(text.length() - 1);
    }
}
