package io.fulfillx.scanner.meaning;

import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.item.Gtin;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.gs1.Gs1Message;

import java.util.Optional;

/** What a scan stands for. */
public sealed interface ScanMeaning {
    /** The longest barcode text that an item can have. */
    int MOST_CHARACTERS = 128;

    /** A barcode that we printed: a tote, a badge, a command. */
    record Own(OwnCode code) implements ScanMeaning {}

    /**
     * Something sold.
     *
     * @param barcode 14 digits if it is a GTIN of any length, else as scanned
     * @param gs1 the whole message, when the barcode is a GS1 one
     */
    record Product(String barcode, Optional<Gs1Message> gs1) implements ScanMeaning {}

    /** Nothing that can be looked up. */
    record Garbage(String reason) implements ScanMeaning {}

    /** Decides by the text; the symbology only tells whether GS1 identifiers can be expected. */
    static ScanMeaning of(Scan scan) {
        String text = scan.text().strip();
        if (text.isEmpty()) {
            return new Garbage("the barcode is empty");
        }
        Optional<OwnCode> own = OwnCode.find(text);
        if (own.isPresent()) {
            return new Own(own.get());
        }
        Optional<Gtin> gtin = Gtin.find(text);
        if (gtin.isPresent()) {
            return new Product(gtin.get().digits(), Optional.empty());
        }
        Optional<Gs1Message> gs1 = gs1(scan, text);
        Optional<Gtin> inside = gs1.flatMap(Gs1Message::gtin);
        if (inside.isPresent()) {
            return new Product(inside.get().digits(), gs1);
        }
        if (text.length() > MOST_CHARACTERS) {
            return new Garbage("the barcode has more than " + MOST_CHARACTERS + " characters");
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? new Garbage("the barcode has unreadable characters")
                : new Product(text, gs1);
    }

    /** A scanner that names the symbology is believed; another's text must begin with a GTIN. */
    private static Optional<Gs1Message> gs1(Scan scan, String text) {
        boolean expected =
                scan.aimId().map(aim -> aim.matches("\\](C1|e0|d2|Q3|J1)")).orElse(false);
        boolean likely = scan.aimId().isEmpty() && text.matches("(?s)\\x1D?0[12][0-9]{14}.*");
        return expected || likely ? Gs1Message.parse(text) : Optional.empty();
    }
}
