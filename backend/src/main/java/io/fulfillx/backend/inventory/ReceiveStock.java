package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

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
                    ledger.open(tx, item.itemId(), location);
                    StockChange change = new StockChange(quantity.units(), 0);
                    post(tx, StockMovement.Kind.RECEIVE, item, location, change, place, actor);
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
                    LocationId location =
                            catalog.findLocation(tx, place.location())
                                    .orElseThrow(() -> Fault.notFound("location"));
                    ledger.open(tx, item.itemId(), location);
                    StockChange change = new StockChange(deltaUnits, 0);
                    post(tx, StockMovement.Kind.ADJUST, item, location, change, place, actor);
                    return item;
                });
    }

    private Item item(Tx tx, Sku sku) {
        return catalog.findBySku(tx, sku).orElseThrow(() -> Fault.notFound("item"));
    }

    private void post(
            Tx tx,
            StockMovement.Kind kind,
            Item item,
            LocationId location,
            StockChange change,
            Place place,
            String actor) {
        StockMovement movement =
                new StockMovement(
                        kind.name().toLowerCase(java.util.Locale.ROOT) + "/" + ids.get(),
                        kind,
                        item.itemId(),
                        location,
                        change,
                        null,
                        actor,
                        place.reason());
        if (ledger.post(tx, movement) != StockLedger.Posted.BOOKED) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "There would be less on hand than is reserved for orders.",
                    "/delta");
        }
        if (change.onHand() > 0) {
            outbox.add(tx, STOCK_ADDED, item.itemId().value());
        }
    }
}
