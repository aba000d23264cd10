package io.fulfillx.backend.orders;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

final class LineStore {
    static final String OF_ORDERS =
            """
            select order_id, line_id, channel_line_id, sku, title, item_id, quantity_ordered,
              quantity_to_ship - quantity_cancelled as quantity_to_ship, quantity_shipped,
              unit_weight_grams, price_minor, requires_shipping, sold_in
            from order_line where org_id = :org and order_id = any(cast(:orders as uuid[]))
            order by position
            """;
    private static final String LINK =
            """
            update order_line set item_id = :item
            where org_id = :org and line_id = :id and item_id is null
            """;
    private static final String SHIP =
            """
            update order_line l set quantity_shipped = l.quantity_shipped + s.units
            from jsonb_to_recordset(cast(:leaving as jsonb)) as s("order" uuid, line uuid,
              units int)
            where l.org_id = :org and l.order_id = s."order" and l.line_id = s.line
              and l.quantity_shipped + s.units <= l.quantity_to_ship - l.quantity_cancelled
            """;

    private static final String ADD =
            """
            update order_line set quantity_to_ship = quantity_to_ship + :units
            where org_id = :org and line_id = :id
            """;
    private static final String RECALL =
            """
            update order_line set quantity_shipped = quantity_shipped - :units
            where org_id = :org and line_id = :id
            """;
    private static final String CANCEL =
            """
            update order_line set quantity_cancelled = quantity_cancelled + :units
            where org_id = :org and line_id = :id
              and quantity_shipped + quantity_cancelled + :units <= quantity_to_ship
            """;

    private static final String TAKE_OVER =
            """
            insert into order_line (org_id, line_id, order_id, position, channel_line_id, sku,
              title, item_id, quantity_ordered, quantity_to_ship, unit_weight_grams, price_minor,
              requires_shipping, sold_in)
            select l.org_id, :fresh, :order,
              (select coalesce(max(o.position), -1) + 1 from order_line o
                where o.org_id = :org and o.order_id = :order),
              l.channel_line_id, l.sku, l.title, l.item_id, :units, :units, l.unit_weight_grams,
              l.price_minor, l.requires_shipping, coalesce(l.sold_in, l.order_id)
            from order_line l where l.org_id = :org and l.line_id = :id
            """;
    private static final String SOLD_IN =
            """
            select line_id, sold_in from order_line
            where org_id = :org and order_id = any(cast(:orders as uuid[]))
              and sold_in is not null
            """;

    List<LineRecord> of(Tx tx, OrderId order) {
        return of(tx, List.of(order)).getOrDefault(order, List.of());
    }

    Map<OrderId, List<LineRecord>> of(Tx tx, Collection<OrderId> orders) {
        Map<OrderId, List<LineRecord>> lines = new HashMap<>();
        tx.sql(OF_ORDERS)
                .withIds("orders", orders.stream().map(OrderId::value).toList())
                .list(
                        row ->
                                lines.computeIfAbsent(
                                                new OrderId(row.uuid("order_id")),
                                                _ -> new ArrayList<>())
                                        .add(line(row)));
        return lines;
    }

    void link(Tx tx, OrderLineId line, ItemId item) {
        tx.sql(LINK).with("id", line.value()).with("item", item.value()).run();
    }

    /** Units of a line that leave. */
    record Leaving(OrderId order, OrderLineId line, int units) {}

    /** False when a line would have more shipped than was to be shipped. */
    boolean ship(Tx tx, Collection<Leaving> leaving) {
        Map<OrderLineId, Leaving> sums = new LinkedHashMap<>();
        for (Leaving each : leaving) {
            sums.merge(
                    each.line(),
                    each,
                    (a, b) -> new Leaving(a.order(), a.line(), a.units() + b.units()));
        }
        return sums.isEmpty()
                || tx.sql(SHIP).withJson("leaving", sums.values()).run() == sums.size();
    }

    /** More units of it are to be sent. */
    void add(Tx tx, OrderLineId line, Quantity units) {
        tx.sql(ADD).with("id", line.value()).with("units", units.units()).run();
    }

    /** A packed parcel did not leave after all. */
    void recall(Tx tx, OrderLineId line, Quantity units) {
        if (!units.isZero()) {
            tx.sql(RECALL).with("id", line.value()).with("units", units.units()).run();
        }
    }

    /** Writes units of another order's line into this order, as a line of its own. */
    void takeOver(Tx tx, OrderId order, OrderLineId from, OrderLineId fresh, Quantity units) {
        tx.sql(TAKE_OVER)
                .with("order", order.value())
                .with("id", from.value())
                .with("fresh", fresh.value())
                .with("units", units.units())
                .run();
    }

    /** The orders by which channels know lines that were merged into this one. */
    Map<OrderLineId, OrderId> soldIn(Tx tx, Collection<OrderId> orders) {
        record Sold(OrderLineId line, OrderId order) {}
        return tx
                .sql(SOLD_IN)
                .withIds("orders", orders.stream().map(OrderId::value).toList())
                .list(
                        row ->
                                new Sold(
                                        new OrderLineId(row.uuid("line_id")),
                                        new OrderId(row.uuid("sold_in"))))
                .stream()
                .collect(Collectors.toMap(Sold::line, Sold::order));
    }

    /** False when fewer units are still to be sent. */
    boolean cancel(Tx tx, OrderLineId line, Quantity units) {
        return tx.sql(CANCEL).with("id", line.value()).with("units", units.units()).run() == 1;
    }

    static LineRecord line(Row row) {
        String sku = row.textOrNull("sku");
        UUID item = row.uuidOrNull("item_id");
        UUID soldIn = row.uuidOrNull("sold_in");
        return new LineRecord(
                new OrderLineId(row.uuid("line_id")),
                row.text("channel_line_id"),
                sku == null ? null : new Sku(sku),
                row.text("title"),
                item == null ? null : new ItemId(item),
                new Quantity(row.integer("quantity_ordered")),
                new Quantity(row.integer("quantity_to_ship")),
                new Quantity(row.integer("quantity_shipped")),
                new Weight(row.integer("unit_weight_grams")),
                row.bigint("price_minor"),
                row.flag("requires_shipping"),
                soldIn == null ? null : new OrderId(soldIn));
    }
}
