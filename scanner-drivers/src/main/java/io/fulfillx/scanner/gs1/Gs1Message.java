package io.fulfillx.scanner.gs1;

import io.fulfillx.model.item.Gtin;

import java.util.Map;
import java.util.Optional;

/** The element strings of one GS1 barcode, by application identifier, in order. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public record Gs1Message(Map<String, String> elements) {
    public static Optional<Gs1Message> parse(String scanned) {
        throw new UnsupportedOperationException("being built");
    }

    public Optional<Gtin> gtin() {
        throw new UnsupportedOperationException("being built");
    }

    public Optional<String> lot() {
        throw new UnsupportedOperationException("being built");
    }

    public Optional<String> serial() {
        throw new UnsupportedOperationException("being built");
    }
}
