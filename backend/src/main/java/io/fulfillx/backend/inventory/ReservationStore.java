package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
import io.fulfillx.backend.inventory.ReservationPolicy.Level;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who was promised what, and the levels it is taken from. */
final class ReservationStore {
    /** Locked in the order in which every transaction locks them. */
    private static final String LOCK_LEVELS =
            """
            select item_id, location_id, on_hand - reserved as available from stock_level
            where org_id = :org and item_id in
              (select cast(jsonb_array_elements_text(cast(:items as jsonb)) as uuid))
            order by item_id, location_id for update
            """;

    private static final String COVERED =
            """
            select line_id, sum(quantity + shipped) as units from reservation
            where org_id = :org and order_id = :order group by line_id
            """;
    private static final String ROUND =
            """
            select count(*) as round from stock_ledger
            where org_id = :org and subject_id = :order
            """;
    private static final String GRANT =
            """
            insert into reservation (org_id, order_id, line_id, item_id, location_id, quantity)
            values (:org, :order, :line, :item, :location, :units)
            on conflict (org_id, line_id, location_id)
            do update set quantity = reservation.quantity + excluded.quantity
            """;
    private static final String HELD =
            """
            select r.order_id, r.line_id, r.item_id, r.location_id, r.quantity, l.name
            from reservation r
            join location_name l on l.org_id = r.org_id and l.location_id = r.location_id
            where r.org_id = :org and r.order_id = :order and r.quantity > 0
            order by r.item_id, r.location_id, r.line_id
            """;
    private static final String ONE =
            """
            select r.order_id, r.line_id, r.item_id, r.location_id, r.quantity, l.name
            from reservation r
            join location_name l on l.org_id = r.org_id and l.location_id = r.location_id
            where r.org_id = :org and r.line_id = :line and r.location_id = :location
            """;
    private static final String TAKE =
            """
            update reservation set quantity = quantity - :units, shipped = shipped + :shipped
            where org_id = :org and line_id = :line and location_id = :location
              and quantity >= :units
            """;

    /** A promise still open. */
    record Held(OrderId orderId, ItemId itemId, PickFrom from) {}

    List<Level> lockLevels(Tx tx, Collection<ItemId> items) {
        return tx.sql(LOCK_LEVELS)
                .withJson("items", items.stream().map(ItemId::toString).sorted().toList())
                .list(
                        row ->
                                new Level(
                                        new ItemId(row.uuid("item_id")),
                                        new LocationId(row.uuid("location_id")),
                                        new Quantity(row.integer("available"))));
    }

    /** What each line has been given already, shipped units included. */
    Map<OrderLineId, Quantity> covered(Tx tx, OrderId order) {
        record Covered(OrderLineId line, Quantity units) {}
        return tx
                .sql(COVERED)
                .with("order", order.value())
                .list(
                        row ->
                                new Covered(
                                        new OrderLineId(row.uuid("line_id")),
                                        new Quantity(row.integer("units"))))
                .stream()
                .collect(Collectors.toMap(Covered::line, Covered::units));
    }

    /**
     * Grows with every movement for the order, so that its later movements have keys of their own.
     */
    long round(Tx tx, OrderId order) {
        return tx.sql(ROUND).with("order", order.value()).get(row -> row.bigint("round"));
    }

    void grant(Tx tx, OrderId order, Grant grant) {
        tx.sql(GRANT)
                .with("order", order.value())
                .with("line", grant.lineId().value())
                .with("item", grant.itemId().value())
                .with("location", grant.locationId().value())
                .with("units", grant.quantity().units())
                .run();
    }

    /** In lock order. */
    List<Held> held(Tx tx, OrderId order) {
        return tx.sql(HELD).with("order", order.value()).list(ReservationStore::heldOf);
    }

    Optional<Held> held(Tx tx, OrderLineId line, LocationId location) {
        return tx.sql(ONE)
                .with("line", line.value())
                .with("location", location.value())
                .find(ReservationStore::heldOf);
    }

    /** False when less is reserved. */
    boolean take(Tx tx, PickFrom from, Quantity shipped) {
        return tx.sql(TAKE)
                        .with("line", from.lineId().value())
                        .with("location", from.locationId().value())
                        .with("units", from.quantity().units())
                        .with("shipped", shipped.units())
                        .run()
                == 1;
    }

    private static Held heldOf(Row row) {
        return new Held(
                new OrderId(row.uuid("order_id")),
                new ItemId(row.uuid("item_id")),
                new PickFrom(
                        new OrderLineId(row.uuid("line_id")),
                        new LocationId(row.uuid("location_id")),
                        row.text("name"),
                        new Quantity(row.integer("quantity"))));
    }
}
