package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.inventory.StockItemStore.Keeping;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Finds what people name: an item, its place and lot, packs in units, serial numbers. */
final class FindStock {
    private final CatalogModule catalog;
    private final StockItemStore items = new StockItemStore();

    FindStock(CatalogModule catalog) {
        this.catalog = catalog;
    }

    StockItemStore items() {
        return items;
    }

    ItemId item(Tx tx, @Nullable Sku sku) {
        if (sku == null) {
            throw Fault.invalid("/sku", "This field is required.");
        }
        return catalog.findBySku(tx, sku).orElseThrow(() -> Fault.notFound("item")).itemId();
    }

    /**
     * An item's units at a place that exists.
     *
     * @throws Fault NOT_FOUND or INVALID naming the field
     */
    StockKey key(Tx tx, @Nullable Sku sku, @Nullable String location, @Nullable String lot) {
        ItemId item = item(tx, sku);
        return new StockKey(item, location(tx, "/location", location), lot(tx, item, lot));
    }

    LocationId location(Tx tx, String pointer, @Nullable String name) {
        return catalog.findLocation(tx, named(pointer, name))
                .orElseThrow(() -> new Fault(Fault.Code.NOT_FOUND, "No such location.", pointer));
    }

    /** Makes place and lot when they are new. */
    StockKey newKey(
            Tx tx,
            @Nullable Sku sku,
            @Nullable String location,
            @Nullable String lot,
            @Nullable LocalDate expires) {
        ItemId item = item(tx, sku);
        boolean tracked = items.find(tx, item).tracksLots();
        if (tracked && lot != null && lot.matches("[!-~]{1,40}")) {
            items.ensureLot(tx, item, lot, expires);
            Optional<LocalDate> known = items.expiry(tx, item, lot).orElseThrow();
            if (expires != null && !known.equals(Optional.of(expires))) {
                throw Fault.invalid("/expiresOn", "This lot is known with another date.");
            }
        }
        LocationId place = catalog.ensureLocation(tx, named("/location", location));
        return new StockKey(item, place, lot(tx, item, lot));
    }

    static String named(String pointer, @Nullable String name) {
        if (name == null || name.isBlank() || name.strip().length() > 40) {
            throw Fault.invalid(pointer, "This field has 1 to 40 characters.");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw Fault.invalid(pointer, "This field has no control characters.");
        }
        return name.strip();
    }

    private String lot(Tx tx, ItemId item, @Nullable String lot) {
        boolean tracked = items.find(tx, item).tracksLots();
        if (!tracked && lot != null && !lot.isEmpty()) {
            throw Fault.invalid("/lot", "This item is not kept by lot.");
        } else if (!tracked) {
            return "";
        } else if (lot == null || items.expiry(tx, item, lot).isEmpty()) {
            throw Fault.invalid("/lot", "Name a lot of this item.");
        }
        return lot;
    }

    /**
     * Single units of so many packs.
     *
     * @param uom empty for single units
     */
    int units(Tx tx, ItemId item, @Nullable Quantity quantity, @Nullable String uom) {
        if (quantity == null || quantity.isZero()) {
            throw Fault.invalid("/quantity", "At least one is expected.");
        }
        if (uom == null || uom.isEmpty() || uom.equals("EA")) {
            return quantity.units();
        }
        Integer each = items.packs(tx, item).get(uom);
        if (each == null) {
            throw Fault.invalid("/uom", "This item has no such unit of measure.");
        }
        long units = (long) each * quantity.units();
        if (units > Quantity.MAX_UNITS) {
            throw Fault.invalid("/quantity", "That is more than a million units.");
        }
        return (int) units;
    }

    /** The numbers of so many units: all of them for a numbered item, none for another. */
    List<String> serials(Tx tx, ItemId item, int units, @Nullable List<String> given) {
        return serials(items.find(tx, item), units, given);
    }

    static List<String> serials(Keeping keeping, int units, @Nullable List<String> given) {
        List<String> serials = given == null ? List.of() : given;
        if (!keeping.tracksSerials()) {
            if (!serials.isEmpty()) {
                throw Fault.invalid("/serials", "This item has no serial numbers.");
            }
            return List.of();
        }
        if (serials.size() != Math.abs(units) || new HashSet<>(serials).size() != serials.size()) {
            throw Fault.invalid("/serials", "Name each unit's serial number once.");
        }
        if (!serials.stream().allMatch(serial -> serial.matches("[!-~]{1,60}"))) {
            throw Fault.invalid("/serials", "A serial number has 1 to 60 characters, no spaces.");
        }
        return List.copyOf(serials);
    }
}
