package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Posted;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** Books stock in, and corrects what was counted. */
final class ReceiveStock {
    /** Orders that waited for this item look again. */
    static final String STOCK_ADDED = "stock.added";

    private final Transactions transactions;
    private final CatalogModule catalog;
    private final StockLedger ledger;
    private final Outbox outbox;
    private final StockItemStore items = new StockItemStore();
    private final Supplier<UUID> ids;

    ReceiveStock(
            Transactions transactions,
            CatalogModule catalog,
            StockLedger ledger,
            Outbox outbox,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.ledger = ledger;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** A stock place, by the names people use, and why it changes. */
    record Place(Sku sku, String location, String reason) {}

    /** Makes the location when it is new. */
    Item receive(OrgId org, Place place, Quantity quantity, String actor) {
        return transactions.inOrg(
                org,
                tx -> {
                    Item item = item(tx, place.sku());
                    LocationId location = catalog.ensureLocation(tx, place.location());
                    var event =
                            new StockEvent.Receive(
                                    StockKey.of(item.itemId(), location),
                                    quantity.units(),
                                    List.of());
                    post(tx, item, event, place, actor);
                    return item;
                });
    }

    /**
     * @throws Fault NOT_ALLOWED_NOW when less would be on hand than is reserved
     */
    Item adjust(OrgId org, Place place, int deltaUnits, String actor) {
        return transactions.inOrg(
                org,
                tx -> {
                    Item item = item(tx, place.sku());
                    AdjustmentLimit.require(tx, item.itemId(), deltaUnits);
                    LocationId location =
                            catalog.findLocation(tx, place.location())
                                    .orElseThrow(() -> Fault.notFound("location"));
                    var event =
                            new StockEvent.Adjust(
                                    StockKey.of(item.itemId(), location), deltaUnits, List.of());
                    post(tx, item, event, place, actor);
                    return item;
                });
    }

    private void post(Tx tx, Item item, StockEvent event, Place place, String actor) {
        String key = event.kind().name().toLowerCase(Locale.ROOT) + "/" + ids.get();
        Booking booking = Booking.of(key, null, actor).because("", place.reason());
        if (ledger.post(tx, event, booking) != Posted.Fate.BOOKED) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "There would be less on hand than is reserved for orders.",
                    "/delta");
        }
        outbox.add(tx, STOCK_ADDED, item.itemId().value());
    }

    /** Numbered units and lots cannot be booked without saying which. */
    private Item item(Tx tx, Sku sku) {
        Item item = catalog.findBySku(tx, sku).orElseThrow(() -> Fault.notFound("item"));
        if (items.find(tx, item.itemId()).isTracked()) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "This item is kept by lot or serial number: book it as a movement.",
                    "/sku");
        }
        return item;
    }
}
