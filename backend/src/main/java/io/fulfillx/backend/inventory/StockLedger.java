package io.fulfillx.backend.inventory;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * The only writer of stock: each movement is one guarded statement on the level and one row in the
 * ledger, in the caller's transaction. Whoever books several movements sorts them by item and
 * location first, so that two transactions never wait for each other in a ring.
 */
final class StockLedger {
    /** Changes the level only when what is reserved stays within what is on hand. */
    private static final String MOVE =
            """
            update stock_level
            set on_hand = on_hand + :hand, reserved = reserved + :res
            where org_id = :org and item_id = :item and location_id = :location
              and reserved + :res >= 0 and on_hand + :hand >= reserved + :res
              and not exists (select 1 from stock_ledger l
                where l.org_id = :org and l.movement_key = :key)
            """;

    private static final String BOOK =
            """
            insert into stock_ledger (org_id, entry_id, item_id, location_id, kind, on_hand_delta,
              reserved_delta, subject_id, movement_key, actor, reason)
            values (:org, :id, :item, :location, :kind, :hand, :res, :subject, :key, :actor,
              :reason)
            on conflict (org_id, movement_key) do nothing
            """;
    private static final String BOOKED =
            """
            select count(*) as booked from stock_ledger
            where org_id = :org and movement_key = :key
            """;
    private static final String OPEN =
            """
            insert into stock_level (org_id, item_id, location_id) values (:org, :item, :location)
            on conflict do nothing
            """;

    private final Supplier<UUID> ids;

    StockLedger(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /** What became of a movement. */
    enum Posted {
        BOOKED,
        /** It was booked before; nothing changed. */
        REPEATED,
        /** There is not enough; nothing changed. */
        REFUSED
    }

    Posted post(Tx tx, StockMovement movement) {
        long moved =
                tx.sql(MOVE)
                        .with("hand", movement.change().onHand())
                        .with("res", movement.change().reserved())
                        .with("item", movement.itemId().value())
                        .with("location", movement.locationId().value())
                        .with("key", movement.key())
                        .run();
        if (moved == 0) {
            return isBooked(tx, movement.key()) ? Posted.REPEATED : Posted.REFUSED;
        }
        if (book(tx, movement) == 0) {
            // Somebody booked the same key since the statement above looked: undo ours.
            throw new Fault(Fault.Code.CONFLICT, "The same movement was booked just now.");
        }
        return Posted.BOOKED;
    }

    boolean isBooked(Tx tx, String key) {
        return tx.sql(BOOKED).with("key", key).get(row -> row.bigint("booked") > 0);
    }

    /** Makes sure that a level can be moved. */
    void open(Tx tx, ItemId item, LocationId location) {
        tx.sql(OPEN).with("item", item.value()).with("location", location.value()).run();
    }

    private long book(Tx tx, StockMovement movement) {
        return tx.sql(BOOK)
                .with("id", ids.get())
                .with("item", movement.itemId().value())
                .with("location", movement.locationId().value())
                .with("kind", movement.kind().name())
                .with("hand", movement.change().onHand())
                .with("res", movement.change().reserved())
                .with("subject", movement.subject())
                .with("key", movement.key())
                .with("actor", movement.actor())
                .with("reason", movement.reason())
                .run();
    }
}
