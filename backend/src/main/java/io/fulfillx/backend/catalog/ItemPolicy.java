package io.fulfillx.backend.catalog;

import io.fulfillx.backend.catalog.ItemFacts.Scanned;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.item.Gtin;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks what people write of an item. */
final class ItemPolicy {
    /** The column's limit; a longer SKU is simply not its own barcode. */
    static final int MAX_BARCODE = 80;

    private static final int MAX_BARCODES = 50;
    private static final long MAX_COST = 1_000_000_000_000L;

    private ItemPolicy() {}

    /**
     * @throws Fault INVALID naming the field
     */
    static ItemFacts facts(ItemForm form) {
        Sku sku = form.sku();
        if (sku == null) {
            throw Fault.invalid("/sku", "This field is required.");
        }
        notOurs(sku.value(), "/sku");
        Money cost = form.unitCost();
        if (cost != null && (cost.minor() < 0 || cost.minor() > MAX_COST)) {
            throw Fault.invalid("/unitCost/minor", "A cost is 0 to 10 to the power of 12.");
        }
        String location = form.location();
        return new ItemFacts(
                sku,
                text(form.title(), "/title", 300),
                Objects.requireNonNullElse(form.weightGrams(), Weight.ZERO),
                size(form),
                barcodes(sku, form),
                location == null ? null : text(location, "/location", 40),
                DetailPolicy.checked(
                        new ItemDetails(form.handling(), form.hazmat(), form.customs())),
                cost);
    }

    private static SortedMap<String, Scanned> barcodes(Sku sku, ItemForm form) {
        SortedMap<String, Scanned> all = new TreeMap<>();
        addWithGtin(all, sku.value(), Scanned.ONE, "/sku");
        List<@Nullable String> single = form.barcodes() == null ? List.of() : form.barcodes();
        atMost(single.size(), "/barcodes");
        for (int i = 0; i < single.size(); i++) {
            String pointer = "/barcodes/" + i;
            addWithGtin(all, barcode(single.get(i), pointer), Scanned.ONE, pointer);
        }
        List<@Nullable PackBarcode> packs =
                form.packBarcodes() == null ? List.of() : form.packBarcodes();
        atMost(packs.size(), "/packBarcodes");
        for (int i = 0; i < packs.size(); i++) {
            pack(all, packs.get(i), "/packBarcodes/" + i);
        }
        all.keySet().removeIf(barcode -> barcode.length() > MAX_BARCODE);
        return all;
    }

    private static void pack(
            SortedMap<String, Scanned> all, @Nullable PackBarcode pack, String pointer) {
        if (pack == null) {
            throw Fault.invalid(pointer, "A barcode, a uom and units are expected.");
        }
        Integer units = pack.units();
        String uom = pack.uom();
        if (units == null || units < 2 || units > 1_000_000) {
            throw Fault.invalid(pointer + "/units", "A pack has 2 to 1,000,000 units.");
        }
        if (uom == null || !uom.matches("[A-Z0-9]{1,12}")) {
            throw Fault.invalid(pointer + "/uom", "1 to 12 capital letters and digits.");
        }
        String at = pointer + "/barcode";
        addWithGtin(all, barcode(pack.barcode(), at), new Scanned(units, uom), at);
    }

    /** One text cannot mean two numbers of units. */
    private static void addWithGtin(
            SortedMap<String, Scanned> all, String barcode, Scanned meaning, String pointer) {
        String long14 = Gtin.find(barcode).map(Gtin::digits).orElse(barcode);
        for (String text : List.of(barcode, long14)) {
            Scanned before = all.put(text, meaning);
            if (before != null && !before.equals(meaning)) {
                throw Fault.invalid(pointer, "The barcode " + text + " stands here twice.");
            }
        }
    }

    private static void atMost(int count, String pointer) {
        if (count > MAX_BARCODES) {
            throw Fault.invalid(pointer, "An item has at most " + MAX_BARCODES + " barcodes.");
        }
    }

    private static String barcode(@Nullable String given, String pointer) {
        String barcode = text(given, pointer, MAX_BARCODE);
        notOurs(barcode, pointer);
        if (barcode.matches("[0-9]{12,14}") && Gtin.find(barcode).isEmpty()) {
            throw Fault.invalid(
                    pointer,
                    "The last digit of this GTIN should be %s, not %s: it is mistyped or misread."
                            .formatted(checkDigit(barcode), barcode.charAt(barcode.length() - 1)));
        }
        return barcode;
    }

    private static String checkDigit(String gtin) {
        String body = gtin.substring(0, gtin.length() - 1);
        for (int digit = 0; digit <= 9; digit++) {
            if (Gtin.find(body + digit).isPresent()) {
                return Integer.toString(digit);
            }
        }
        throw new IllegalStateException("every number has a check digit");
    }

    /** An item that reads like a command could not be scanned at a station. */
    private static void notOurs(String barcode, String pointer) {
        if (OwnCode.find(barcode).isPresent()) {
            throw Fault.invalid(pointer, "Totes, badges and commands of FulfillX read like this.");
        }
    }

    private static @Nullable Dimensions size(ItemForm form) {
        return size(form.lengthMm(), form.widthMm(), form.heightMm(), "/lengthMm");
    }

    /** All three sides or none. */
    static @Nullable Dimensions size(
            @Nullable Integer length,
            @Nullable Integer width,
            @Nullable Integer height,
            String pointer) {
        if (length == null && width == null && height == null) {
            return null;
        }
        if (length == null || width == null || height == null) {
            throw Fault.invalid(pointer, "Give all three sides or none.");
        }
        try {
            return new Dimensions(length, width, height);
        } catch (IllegalArgumentException e) {
            throw Fault.invalid(pointer, "Each side is 1 to 5,000 mm.");
        }
    }

    static String text(@Nullable String value, String pointer, int max) {
        if (value == null || value.isBlank() || value.length() > max) {
            throw Fault.invalid(pointer, "This field has 1 to " + max + " characters.");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Fault.invalid(pointer, "This field has no control characters.");
        }
        return value.strip();
    }
}
