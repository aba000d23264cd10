package io.fulfillx.scanner.virtual;

import java.util.random.RandomGenerator;

/** Barcodes as they stand on goods, totes and parcels of a warehouse. */
final class BarcodeMaker {
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String SERIAL =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    private static final char GROUP_SEPARATOR = 0x1D;

    private final RandomGenerator random;

    BarcodeMaker(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        int kind = random.nextInt(20);
        if (kind < 6) {
            return checked(13);
        }
        if (kind < 8) {
            return checked(kind == 6 ? 12 : 8);
        }
        if (kind < 12) {
            return "FXT" + from(LETTERS_AND_DIGITS, 4 + random.nextInt(8));
        }
        if (kind < 15) {
            return from(LETTERS_AND_DIGITS, 5 + random.nextInt(12));
        }
        if (kind < 16) {
            return from(SERIAL, 6 + random.nextInt(14));
        }
        if (kind < 18) {
            return "]C101"
                    + checked(14)
                    + "10"
                    + from(LETTERS_AND_DIGITS, 6)
                    + GROUP_SEPARATOR
                    + "21"
                    + digits(8);
        }
        return kind == 18 ? "1Z" + from(LETTERS_AND_DIGITS, 16) : digits(12 + random.nextInt(23));
    }

    private String from(String characters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    private String digits(int length) {
        return from("0123456789", length);
    }

    private String checked(int length) {
        String body = digits(length - 1);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return body + (10 - sum % 10) % 10;
    }
}
