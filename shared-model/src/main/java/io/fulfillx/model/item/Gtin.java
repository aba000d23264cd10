package io.fulfillx.model.item;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Optional;

/** A GTIN in its 14-digit form with a correct check digit (GS1 General Specifications, 7.9). */
public record Gtin(@JsonValue String digits) {
    private static final int LENGTH = 14;
    private static final int SHORT = 8;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Gtin {
        if (digits.length() != LENGTH
                || !digits(digits)
                || checkDigit(digits) != digits.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("not a GTIN-14 with a correct check digit");
        }
    }

    /** Reads GTIN-8, -12, -13 or -14 and pads it with leading zeros; empty when it is none. */
    public static Optional<Gtin> find(String text) {
        int length = text.length();
        if (length != SHORT && (length < LENGTH - 2 || length > LENGTH) || !digits(text)) {
            return Optional.empty();
        }
        String padded = "0".repeat(LENGTH - length) + text;
        return checkDigit(padded) == padded.charAt(LENGTH - 1)
                ? Optional.of(new Gtin(padded))
                : Optional.empty();
    }

    private static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The mod-10 check digit of all GS1 keys, over all but the last of these digits. */
    public static char checkDigit(String digits) {
        int sum = 0;
        for (int i = digits.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += (digits.charAt(i) - '0') * weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    @Override
    public String toString() {
        return digits;
    }
}
