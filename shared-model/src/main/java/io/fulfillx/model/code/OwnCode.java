package io.fulfillx.model.code;

import java.util.Optional;

/**
 * A barcode that we print ourselves. All use only the letters and digits that every keyboard layout
 * sends alike (no y, no z, no punctuation), so that a keyboard-wedge scanner cannot garble them.
 */
public sealed interface OwnCode
        permits ToteCode, LocationCode, BadgeCode, CartonCode, OrderCode, ActionCode {
    /** The text in the barcode. */
    String text();

    /** Recognises our own codes by their prefix; empty for anything else, such as a product. */
    static Optional<OwnCode> find(String scanned) {
        if (!scanned.startsWith("FX") || scanned.length() < 4) {
            return Optional.empty();
        }
        String body = scanned.substring(3);
        return switch (scanned.charAt(2)) {
            case 'T' -> valid(body) ? Optional.of(new ToteCode(body)) : Optional.empty();
            case 'L' -> valid(body) ? Optional.of(new LocationCode(body)) : Optional.empty();
            case 'B' -> valid(body) ? Optional.of(new BadgeCode(body)) : Optional.empty();
            case 'K' -> valid(body) ? Optional.of(new CartonCode(body)) : Optional.empty();
            case 'O' -> valid(body) ? Optional.of(new OrderCode(body)) : Optional.empty();
            case 'C' -> ActionCode.find(body).map(code -> code);
            default -> Optional.empty();
        };
    }

    /** Whether this may stand after the prefix: 1 to 24 upper-case letters and digits. */
    static boolean valid(String body) {
        return body.matches("[A-Z0-9]{1,24}");
    }
}
