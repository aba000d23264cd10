package io.fulfillx.desktop.session;

import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.item.Gtin;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.station.PackCode;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.aim.RetailCode;
import io.fulfillx.scanner.gs1.Gs1Message;
import io.fulfillx.scanner.meaning.ScanMeaning;

import java.time.Instant;
import java.util.Optional;

/**
 * A scan as a session understands it.
 *
 * @param own set when it is one of our own codes
 * @param product 14 digits when it is a GTIN of any length, else as scanned
 * @param lot as the barcode says
 * @param serial the unit's number, as the barcode says
 */
public record Reading(
        String text,
        Optional<OwnCode> own,
        String product,
        Optional<String> lot,
        Optional<String> serial) {
    private static Reading plain(String text, Optional<OwnCode> own, String product) {
        return new Reading(text, own, product, Optional.empty(), Optional.empty());
    }

    public static Reading of(Scan scan) {
        String text = scan.text().strip();
        return switch (ScanMeaning.of(scan)) {
            case ScanMeaning.Own(OwnCode code) -> plain(text, Optional.of(code), text);
            case ScanMeaning.Product product ->
                    new Reading(
                            text,
                            Optional.empty(),
                            product.barcode(),
                            product.gs1().flatMap(Gs1Message::lot),
                            product.gs1().flatMap(Gs1Message::serial));
            case ScanMeaning.Parcel _, ScanMeaning.ShippingUnit _ ->
                    plain(text, Optional.empty(), normal(text));
            case ScanMeaning.Garbage _ -> plain(text, Optional.empty(), text);
        };
    }

    /** Something typed by hand in place of a scan. */
    public static Scan typed(String text, Instant at) {
        return Scan.of("keyboard", text, at);
    }

    /** Whether a unit or a pack of this line may carry the barcode; its SKU counts too. */
    public boolean isA(PackLine line) {
        return isUnitOf(line) || packOf(line).isPresent();
    }

    private boolean isUnitOf(PackLine line) {
        return line.sku().value().equals(text)
                || line.barcodes().stream().anyMatch(barcode -> normal(barcode).equals(product));
    }

    private Optional<PackCode> packOf(PackLine line) {
        return line.packs().stream()
                .filter(pack -> normal(pack.barcode()).equals(product))
                .findFirst();
    }

    /**
     * Units of this line that so many scans of the barcode stand for: of a case all that are in it.
     */
    public int units(PackLine line, int scans) {
        int each = isUnitOf(line) ? 1 : packOf(line).map(PackCode::units).orElse(1);
        return (int) Math.min(Quantity.MAX_UNITS, (long) scans * each);
    }

    /** Whether it may be of the lot that is wanted; what says no lot may be of any. */
    public boolean isOfLot(PackLine line) {
        return line.lot() == null || lot.isEmpty() || lot.get().equals(line.lot());
    }

    private static String normal(String barcode) {
        return RetailCode.gtin(barcode).map(Gtin::digits).orElse(barcode);
    }
}
