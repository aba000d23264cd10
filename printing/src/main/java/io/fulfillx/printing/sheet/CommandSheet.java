package io.fulfillx.printing.sheet;

import java.util.List;

/** A4 sheet of command barcodes. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class CommandSheet {
    /** One barcode with the words above it. */
    public record Entry(String title, String code) {}

    private CommandSheet() {}

    public static byte[] pdf(List<Entry> entries) {
        throw new UnsupportedOperationException("being built");
    }
}
