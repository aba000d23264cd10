package io.fulfillx.scanner.meaning;

import io.fulfillx.model.code.OwnCode;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.gs1.Gs1Message;
import io.fulfillx.scanner.tracking.CarrierNumber;

import java.util.List;
import java.util.Optional;

/** What a scan stands for. */
public sealed interface ScanMeaning {
    /** The longest barcode text that an item can have. */
    int MOST_CHARACTERS = 128;

    /**
     * A barcode that we printed: a tote, a badge, a command. Never what a scanner announces as a
     * retail number or a GS1 message, whatever its text.
     */
    record Own(OwnCode code) implements ScanMeaning {}

    /**
     * Something sold.
     *
     * @param barcode 14 digits if it is a GTIN of any length, else as scanned
     * @param gs1 the whole message, when the barcode is a GS1 one
     */
    record Product(String barcode, Optional<Gs1Message> gs1) implements ScanMeaning {}

    /**
     * A carrier's barcode.
     *
     * @param numbers all that it can be, the likeliest first; at least one
     */
    record Parcel(List<CarrierNumber> numbers) implements ScanMeaning {
        public Parcel {
            numbers = List.copyOf(numbers);
        }

        /** The likeliest. */
        public CarrierNumber best() {
            return numbers.getFirst();
        }
    }

    /**
     * A shipping unit of whoever packed it.
     *
     * @param sscc its 18 digits
     * @param gs1 the whole message, when the barcode is a GS1 one
     */
    record ShippingUnit(String sscc, Optional<Gs1Message> gs1) implements ScanMeaning {}

    /** Nothing that can be looked up. */
    record Garbage(String reason) implements ScanMeaning {}

    /** Our own code, if the scan is one: the only way by which a command comes from a scanner. */
    static Optional<OwnCode> own(Scan scan) {
        return Interpreter.own(scan);
    }

    /** Decides by the symbology, if the scanner tells it, and by the text. */
    static ScanMeaning of(Scan scan) {
        return Interpreter.of(scan);
    }
}
