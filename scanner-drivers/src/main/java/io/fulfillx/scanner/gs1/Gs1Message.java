package io.fulfillx.scanner.gs1;

import io.fulfillx.model.item.Gtin;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The element strings of one GS1 barcode, in their order (GS1 General Specifications, 7.8).
 *
 * @param elements values by application identifier such as {@code 01} or {@code 21}
 */
public record Gs1Message(Map<String, String> elements) {
    private static final char FNC1 = 0x1D;
    private static final int GTIN_LENGTH = 14;

    public Gs1Message {
        elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    }

    /**
     * Reads what a scanner sent for a GS1-128, GS1 DataMatrix, GS1 QR or DataBar: an AIM identifier
     * in front is skipped, FNC1 stands as 0x1D.
     *
     * @return empty when an identifier is unknown, a value has the wrong form, or a check digit is
     *     wrong: half a message is none
     */
    public static Optional<Gs1Message> parse(String scanned) {
        int at = aimLength(scanned);
        Map<String, String> elements = new LinkedHashMap<>();
        while (at < scanned.length()) {
            if (scanned.charAt(at) == FNC1) {
                at++;
                continue;
            }
            Optional<ApplicationIdentifier> identifier = ApplicationIdentifier.at(scanned, at);
            if (identifier.isEmpty()) {
                return Optional.empty();
            }
            int start = at + identifier.get().code().length();
            int end = identifier.get().end(scanned, start, FNC1);
            String value = scanned.substring(start, end);
            if (!identifier.get().accepts(value)
                    || differs(elements.put(identifier.get().code(), value), value)) {
                return Optional.empty();
            }
            at = end;
        }
        return elements.isEmpty() ? Optional.empty() : Optional.of(new Gs1Message(elements));
    }

    private static boolean differs(@Nullable String before, String value) {
        return before != null && !before.equals(value);
    }

    private static int aimLength(String scanned) {
        return scanned.matches("(?s)\\][A-Za-z][0-9A-Za-z].*") ? 3 : 0;
    }

    /** AI 01, or 02 of the contained items. */
    public Optional<Gtin> gtin() {
        return value("01").or(() -> value("02")).flatMap(Gtin::find);
    }

    /** AI 10. */
    public Optional<String> lot() {
        return value("10");
    }

    /** AI 21. */
    public Optional<String> serial() {
        return value("21");
    }

    /** AI 30 or 37: how many units this one barcode stands for. */
    public Optional<Integer> count() {
        return value("30").or(() -> value("37")).map(Integer::valueOf);
    }

    private Optional<String> value(String identifier) {
        return Optional.ofNullable(elements.get(identifier));
    }

    static boolean checkDigitFits(String digits) {
        String padded = "0".repeat(Math.max(0, GTIN_LENGTH - digits.length())) + digits;
        int sum = 0;
        for (int i = padded.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += (padded.charAt(i) - '0') * weight;
        }
        return (10 - sum % 10) % 10 == padded.charAt(padded.length() - 1) - '0';
    }
}
