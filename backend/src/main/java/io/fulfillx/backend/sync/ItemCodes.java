package io.fulfillx.backend.sync;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.catalog.api.ItemCode;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.station.PackCode;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Items and what may be scanned for them.
 *
 * @param codes of single units and of packs
 */
record ItemCodes(Map<ItemId, Item> items, Map<ItemId, List<ItemCode>> codes) {
    static ItemCodes of(Tx tx, CatalogModule catalog, Collection<Parcel> parcels) {
        Set<ItemId> all =
                parcels.stream()
                        .flatMap(parcel -> parcel.lines().stream())
                        .map(ParcelLine::itemId)
                        .collect(Collectors.toSet());
        return new ItemCodes(catalog.find(tx, all), catalog.codes(tx, all));
    }

    Item item(ItemId id) {
        return Optional.ofNullable(items.get(id)).orElseThrow();
    }

    /** Every text that identifies one unit. */
    List<String> barcodes(ItemId id) {
        return codes.getOrDefault(id, List.of()).stream()
                .filter(code -> code.units() == 1)
                .map(ItemCode::barcode)
                .toList();
    }

    /** What may be scanned for several units at once. */
    List<PackCode> packs(ItemId id) {
        return codes.getOrDefault(id, List.of()).stream()
                .filter(code -> code.units() > 1)
                .map(code -> new PackCode(code.barcode(), code.units()))
                .toList();
    }
}
