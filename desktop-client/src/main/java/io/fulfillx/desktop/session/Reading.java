package io.fulfillx.desktop.session;

import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.item.Gtin;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.aim.RetailCode;
import io.fulfillx.scanner.meaning.ScanMeaning;

import java.time.Instant;
import java.util.Optional;

/**
 * A scan as a session understands it.
 *
 * @param own set when it is one of our own codes
 * @param product 14 digits when it is a GTIN of any length, else as scanned
 */
public record Reading(String text, Optional<OwnCode> own, String product) {
    public static Reading of(Scan scan) {
        String text = scan.text().strip();
        return switch (ScanMeaning.of(scan)) {
            case ScanMeaning.Own(OwnCode code) -> new Reading(text, Optional.of(code), text);
            case ScanMeaning.Product product ->
                    new Reading(text, Optional.empty(), product.barcode());
            case ScanMeaning.Parcel _, ScanMeaning.ShippingUnit _ ->
                    new Reading(text, Optional.empty(), normal(text));
            case ScanMeaning.Garbage _ -> new Reading(text, Optional.empty(), text);
        };
    }

    /** Something typed by hand in place of a scan. */
    public static Scan typed(String text, Instant at) {
        return Scan.of("keyboard", text, at);
    }

    /** Whether one unit of this line may carry the barcode; its SKU counts too. */
    public boolean isA(PackLine line) {
        return line.sku().value().equals(text)
                || line.barcodes().stream().anyMatch(barcode -> normal(barcode).equals(product));
    }

    private static String normal(String barcode) {
        return RetailCode.gtin(barcode).map(Gtin::digits).orElse(barcode);
    }
}
