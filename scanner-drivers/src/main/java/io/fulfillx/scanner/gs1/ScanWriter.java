package io.fulfillx.scanner.gs1;

import io.fulfillx.model.item.Gtin;

import java.util.Optional;

/** Writes what scanners would send. */
final class ScanWriter {
    private static final String COMPOSITE_ID = "]e0";
    private static final int GTIN_DIGITS = 14;
    private static final int EAN_DIGITS = 13;
    private static final int UPC_DIGITS = 12;

    private ScanWriter() {}

    static Optional<String> write(Gs1Carrier carrier, String data) {
        return switch (carrier) {
            case EAN_13, EAN_8, UPC_A, UPC_E -> retail(carrier, data);
            case DATABAR_OMNI,
                    DATABAR_TRUNCATED,
                    DATABAR_STACKED,
                    DATABAR_STACKED_OMNI,
                    DATABAR_LIMITED ->
                    databar(carrier, data);
            case GS1_128, GS1_128_COMPOSITE, DATABAR_EXPANDED -> expanded(carrier, data);
            case DATA_MATRIX, QR_CODE, DOT_CODE ->
                    data.startsWith("^") ? message(carrier.gs1Id(), data) : plain(carrier, data);
        };
    }

    private static Optional<String> plain(Gs1Carrier carrier, String data) {
        int at = 0;
        while (at < data.length() && data.charAt(at) == '\\') {
            at++;
        }
        boolean protectedCaret =
                at > 0 && at < data.length() && data.charAt(at) == ElementStrings.CARET;
        String text = protectedCaret ? data.substring(1) : data;
        return carrier.plainId().map(id -> id + text);
    }

    /** A separator at the very end is kept as it is. */
    private static Optional<String> message(String id, String data) {
        String trailing = data.endsWith("^") ? String.valueOf(ElementStrings.GS) : "";
        return Gs1Message.parse(data)
                .message()
                .map(message -> id + ElementStrings.scanned(message) + trailing);
    }

    private static Optional<String> expanded(Gs1Carrier carrier, String data) {
        boolean composite = data.indexOf(ElementStrings.COMPOSITE) >= 0;
        return message(composite ? COMPOSITE_ID : carrier.gs1Id(), data);
    }

    /** A GTIN, with (01) in front or without. */
    private static Optional<String> databar(Gs1Carrier carrier, String data) {
        String[] parts = parts(data);
        Optional<String> gtin = primary(parts[0], GTIN_DIGITS);
        if (gtin.isEmpty() || carrier == Gs1Carrier.DATABAR_LIMITED && gtin.get().charAt(0) > '1') {
            return Optional.empty();
        }
        String head = carrier.gs1Id() + "01" + gtin.get();
        return parts.length == 1 ? Optional.of(head) : message(head, parts[1]);
    }

    /** Twelve digits get a zero in front; the composite part is a message of its own. */
    private static Optional<String> retail(Gs1Carrier carrier, String data) {
        String[] parts = parts(data);
        Optional<String> digits = primary(parts[0], carrier.digits());
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        String head =
                carrier.gs1Id()
                        + (carrier.digits() == UPC_DIGITS
                                ? "0".repeat(EAN_DIGITS - UPC_DIGITS)
                                : "")
                        + digits.get();
        return parts.length == 1
                ? Optional.of(head)
                : message(head + ElementStrings.COMPOSITE + COMPOSITE_ID, parts[1]);
    }

    private static String[] parts(String data) {
        return data.split("\\|", 2);
    }

    private static Optional<String> primary(String part, int digits) {
        String zeros = "^01" + "0".repeat(GTIN_DIGITS - digits);
        String number = part.startsWith(zeros) ? part.substring(zeros.length()) : part;
        return number.length() == digits && Gtin.find(number).isPresent()
                ? Optional.of(number)
                : Optional.empty();
    }
}
