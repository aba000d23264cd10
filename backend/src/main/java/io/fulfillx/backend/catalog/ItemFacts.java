package io.fulfillx.backend.catalog;

import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.SortedMap;

/**
 * What is known of an item, checked.
 *
 * @param barcodes every text that is scanned for it, and how many units that means
 */
record ItemFacts(
        Sku sku,
        String title,
        Weight weight,
        @Nullable Dimensions size,
        SortedMap<String, Scanned> barcodes,
        @Nullable String location,
        ItemDetails details,
        @Nullable Money unitCost) {
    /**
     * What a barcode stands for.
     *
     * @param uom empty for a single unit
     */
    record Scanned(int units, String uom) {
        static final Scanned ONE = new Scanned(1, "");
    }

    /** The barcodes of a single unit, sorted. */
    List<String> single() {
        return barcodes.entrySet().stream()
                .filter(entry -> entry.getValue().units() == 1)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /** The barcodes of packs, sorted. */
    List<PackBarcode> packs() {
        return barcodes.entrySet().stream()
                .filter(entry -> entry.getValue().units() > 1)
                .map(
                        entry ->
                                new PackBarcode(
                                        entry.getKey(),
                                        entry.getValue().uom(),
                                        entry.getValue().units()))
                .toList();
    }
}
