package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.PinPolicy.Loose;
import io.fulfillx.backend.inventory.ReservationPolicy.ShelfLife;
import io.fulfillx.backend.inventory.api.LineUnits;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What orders on the floor were promised, and the totes their units lie in. */
final class FloorStockStore {
    private static final String LOOSE =
            """
            select r.line_id, r.item_id, r.location_id, r.lot, r.quantity - r.allocated as units,
              coalesce(p.warehouse, 'MAIN') as warehouse, cast(l.expires_on as text) as expires_on,
              l.received_at, l.expires_on is null
                or l.expires_on - coalesce(i.stop_ship_days, 45) >= current_date as sendable
            from reservation r
            left join stock_lot l on l.org_id = r.org_id and l.item_id = r.item_id and l.lot = r.lot
            left join stock_place p on p.org_id = r.org_id and p.location_id = r.location_id
            left join stock_item i on i.org_id = r.org_id and i.item_id = r.item_id
            where r.org_id = :org and r.order_id = :order and r.quantity > r.allocated
            order by r.item_id, r.location_id, r.lot, r.line_id
            """;
    private static final String ITEMS =
            """
            select distinct item_id from reservation
            where org_id = :org and quantity > 0 and order_id in
              (select cast(jsonb_array_elements_text(cast(:orders as jsonb)) as uuid))
            """;
    private static final String RESERVED =
            """
            select line_id, item_id, sum(quantity) as units from reservation
            where org_id = :org and order_id = :order and quantity > 0
            group by line_id, item_id order by line_id, item_id
            """;
    private static final String SHIPPED =
            """
            select line_id, item_id, sum(shipped) as units from reservation
            where org_id = :org and order_id = :order and shipped > 0
            group by line_id, item_id order by line_id, item_id
            """;
    private static final String SHIPMENTS =
            """
            select distinct event_id from stock_ledger
            where org_id = :org and subject_id = :parcel and kind = 'COMMIT_SHIP'
              and starts_with(movement_key, :prefix)
            order by event_id
            """;
    private static final String WAREHOUSE =
            "select warehouse from stock_place where org_id = :org and location_id = :location";
    private static final String TRACKED =
            """
            select item_id from stock_item
            where org_id = :org and tracks_serials and item_id = any(cast(:items as uuid[]))
            """;

    /** What the order has and could have elsewhere. */
    List<Loose> loose(Tx tx, OrderId order) {
        return tx.sql(LOOSE).with("order", order.value()).list(FloorStockStore::loose);
    }

    private static Loose loose(Row row) {
        String expires = row.textOrNull("expires_on");
        Instant received = row.instantOrNull("received_at");
        return new Loose(
                new OrderLineId(row.uuid("line_id")),
                new StockKey(
                        new ItemId(row.uuid("item_id")),
                        new LocationId(row.uuid("location_id")),
                        row.text("lot")),
                row.text("warehouse"),
                row.integer("units"),
                new ShelfLife(
                        expires == null ? LocalDate.MAX : LocalDate.parse(expires),
                        received == null ? Instant.EPOCH : received),
                row.flag("sendable"));
    }

    /** Every item promised to one of the orders. */
    List<ItemId> itemsOf(Tx tx, Collection<OrderId> orders) {
        return tx.sql(ITEMS)
                .withJson("orders", orders)
                .list(row -> new ItemId(row.uuid("item_id")));
    }

    /** What is still promised, wherever it lies. */
    List<LineUnits> reserved(Tx tx, OrderId order) {
        return units(tx, RESERVED, order);
    }

    /** What has left. */
    List<LineUnits> shipped(Tx tx, OrderId order) {
        return units(tx, SHIPPED, order);
    }

    private static List<LineUnits> units(Tx tx, String sql, OrderId order) {
        return tx.sql(sql)
                .with("order", order.value())
                .list(
                        row ->
                                new LineUnits(
                                        new OrderLineId(row.uuid("line_id")),
                                        new ItemId(row.uuid("item_id")),
                                        new Quantity(row.integer("units"))));
    }

    /** Events by which units of a parcel left, those with such a key. */
    List<UUID> shipments(Tx tx, ParcelId parcel, String prefix) {
        return tx.sql(SHIPMENTS)
                .with("parcel", parcel.value())
                .with("prefix", prefix)
                .list(row -> row.uuid("event_id"));
    }

    String warehouseOf(Tx tx, LocationId location) {
        return tx.sql(WAREHOUSE)
                .with("location", location.value())
                .find(row -> row.text("warehouse"))
                .orElse("MAIN");
    }

    /** Those of the items whose units are numbered. */
    Set<ItemId> numbered(Tx tx, Collection<ItemId> items) {
        return Set.copyOf(
                tx.sql(TRACKED)
                        .withIds("items", items.stream().map(ItemId::value).distinct().toList())
                        .list(row -> new ItemId(row.uuid("item_id"))));
    }
}
