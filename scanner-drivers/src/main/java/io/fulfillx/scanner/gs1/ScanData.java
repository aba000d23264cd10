package io.fulfillx.scanner.gs1;

import io.fulfillx.scanner.aim.AimId;

import java.util.Optional;

/** What a scanner sent, with its AIM identifier in front, and what it says. */
public sealed interface ScanData {
    /**
     * A bar code that holds a GS1 message, a link or a retail number.
     *
     * @param text what was sent after the AIM identifier
     */
    record Coded(AimId aim, Gs1Message message, String text, Optional<DigitalLink> link)
            implements ScanData {
        /**
         * As a printer of bar codes takes it: {@code ^} for FNC1, {@code |} before a composite
         * part, a retail number or link as it is.
         */
        public String data() {
            if (link.isPresent()) {
                return text;
            }
            String carets = text.replace(ElementStrings.GS, ElementStrings.CARET);
            return aim.gs1()
                    ? ElementStrings.CARET + carets
                    : carets.replace(ScanReader.COMPOSITE, "|^");
        }
    }

    /**
     * A bar code that holds something else.
     *
     * @param data as a printer of bar codes takes it: a backslash protects a caret in front
     */
    record Plain(AimId aim, String text, String data) implements ScanData {}

    /** Nothing that a scanner sends. */
    record Wrong(Gs1Error error) implements ScanData {}

    /**
     * Reads the whole text of one scan; {@code |]e0} begins the composite part of an EAN or UPC.
     */
    static ScanData parse(String scanned) {
        return ScanReader.read(scanned);
    }

    /**
     * What a scanner sends for a bar code with this data.
     *
     * @param data as in {@link Coded#data()} and {@link Plain#data()}
     * @return empty when the bar code cannot hold it
     */
    static Optional<String> write(Gs1Carrier carrier, String data) {
        return ScanWriter.write(carrier, data);
    }
}
