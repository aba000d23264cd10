package io.fulfillx.backend.sync;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.station.PackCode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Items and what may be scanned for them, each read once. */
final class ItemCodes {
    private final Tx tx;
    private final CatalogModule catalog;
    private final Map<ItemId, Item> items = new HashMap<>();
    private final Map<ItemId, List<String>> barcodes = new HashMap<>();
    private final Map<ItemId, List<PackCode>> packs = new HashMap<>();

    ItemCodes(Tx tx, CatalogModule catalog) {
        this.tx = tx;
        this.catalog = catalog;
    }

    Item item(ItemId id) {
        return items.computeIfAbsent(id, it -> catalog.get(tx, it));
    }

    List<String> barcodes(ItemId id) {
        return barcodes.computeIfAbsent(id, it -> catalog.barcodes(tx, it));
    }

    List<PackCode> packs(ItemId id) {
        return packs.computeIfAbsent(id, it -> catalog.packs(tx, it));
    }
}
