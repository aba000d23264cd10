package io.fulfillx.backend.catalog;

import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Gtin;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes an item into the catalog, once. */
final class CreateItem {
    /** Orders that waited for this item look again. */
    static final String ITEM_CREATED = "item.created";

    private final Transactions transactions;
    private final ItemStore items;
    private final LocationStore locations;
    private final Outbox outbox;
    private final Supplier<UUID> ids;

    CreateItem(
            Transactions transactions,
            ItemStore items,
            LocationStore locations,
            Outbox outbox,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.items = items;
        this.locations = locations;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** What is known of the item; barcodes are those printed on it. */
    record Wanted(
            Sku sku,
            String title,
            Weight weight,
            @Nullable Dimensions size,
            List<String> barcodes,
            @Nullable String location) {}

    /**
     * @throws Fault CONFLICT when the SKU names an item with other data, or a barcode another item
     */
    ItemStore.Entry create(OrgId org, Wanted wanted) {
        return transactions.inOrg(org, tx -> create(tx, wanted));
    }

    private ItemStore.Entry create(Tx tx, Wanted wanted) {
        Item item =
                new Item(
                        new ItemId(ids.get()),
                        wanted.sku(),
                        wanted.title(),
                        wanted.weight(),
                        wanted.size());
        String name = wanted.location();
        LocationId home =
                name == null ? null : locations.ensure(tx, new LocationId(ids.get()), name);
        if (!items.insert(tx, item, home)) {
            return existing(tx, wanted);
        }
        for (String barcode : barcodes(wanted)) {
            if (!items.addBarcode(tx, item.itemId(), barcode)) {
                throw new Fault(
                        Fault.Code.CONFLICT,
                        "The barcode " + barcode + " belongs to another item.",
                        "/barcodes");
            }
        }
        outbox.add(tx, ITEM_CREATED, item.itemId().value());
        return items.entry(tx, item.itemId());
    }

    private ItemStore.Entry existing(Tx tx, Wanted wanted) {
        Item found = items.findBySku(tx, wanted.sku()).orElseThrow();
        ItemStore.Entry entry = items.entry(tx, found.itemId());
        boolean same =
                found.title().equals(wanted.title())
                        && found.weight().equals(wanted.weight())
                        && Optional.ofNullable(found.size())
                                .equals(Optional.ofNullable(wanted.size()))
                        && Set.copyOf(entry.barcodes()).equals(barcodes(wanted))
                        && Optional.ofNullable(entry.location())
                                .equals(Optional.ofNullable(wanted.location()));
        if (!same) {
            throw new Fault(
                    Fault.Code.CONFLICT,
                    "There is an item of the SKU " + wanted.sku() + " with other data.",
                    "/sku");
        }
        return entry;
    }

    /** The SKU itself, what is printed, and each GTIN also in its 14 digits. */
    private static Set<String> barcodes(Wanted wanted) {
        Set<String> all = new TreeSet<>();
        addWithGtin(all, wanted.sku().value());
        wanted.barcodes().forEach(barcode -> addWithGtin(all, barcode));
        // The column's limit; a longer SKU is simply not its own barcode.
        all.removeIf(barcode -> barcode.length() > CatalogRoutes.MAX_BARCODE);
        return all;
    }

    private static void addWithGtin(Set<String> all, String barcode) {
        all.add(barcode);
        Gtin.find(barcode).ifPresent(gtin -> all.add(gtin.digits()));
    }
}
