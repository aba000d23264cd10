package io.fulfillx.scanner.meaning;

import io.fulfillx.model.code.OwnCode;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.gs1.Gs1Message;

import java.util.Optional;

/** What a scan stands for. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public sealed interface ScanMeaning {
    record Own(OwnCode code) implements ScanMeaning {}

    /**
     * Something sold.
     *
     * @param barcode 14 digits if it is a GTIN of any length, else as scanned
     */
    record Product(String barcode, Optional<Gs1Message> gs1) implements ScanMeaning {}

    record Garbage(String reason) implements ScanMeaning {}

    static ScanMeaning of(Scan scan) {
        throw new UnsupportedOperationException("being built");
    }
}
