package io.fulfillx.backend.lab;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** "FX", twelve digits that never repeat, and a mod-10 check digit (weights 3 and 1 from right). */
final class TrackingNumbers {
    private static final long MODULUS = 1_000_000_000_000L;

    private final AtomicLong next;

    /**
     * @param first the first number to give out
     */
    TrackingNumbers(long first) {
        next = new AtomicLong(first);
    }

    /** A start that no earlier run has reached, as long as none sold 1,000 labels a second. */
    static long startAt(long epochSeconds) {
        return Math.floorMod(epochSeconds * 1_000, MODULUS);
    }

    String take() {
        String digits =
                String.format(Locale.ROOT, "%012d", Math.floorMod(next.getAndIncrement(), MODULUS));
        return "FX" + digits + checkDigit(digits);
    }

    /** The twelve digits of a number, to go on after it. */
    static long serial(String trackingNumber) {
        return Long.parseLong(trackingNumber.substring(2, 14));
    }

    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }
}
