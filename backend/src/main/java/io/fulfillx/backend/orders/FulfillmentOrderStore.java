package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of orders. Whoever changes one has locked its order, and of merged ones each. */
final class FulfillmentOrderStore {
    static final String MAIN = "MAIN";

    private static final String COLUMNS =
            """
            select f.fulfillment_order_id, f.order_id, f.number, f.warehouse, f.ship_group, f.state,
              f.fulfill_at, f.started_at, f.backordered_at
            from fulfillment_order f where f.org_id = :org
            """;
    private static final String BY_ID =
            COLUMNS + " and f.fulfillment_order_id = any(cast(:ids as uuid[]))";
    private static final String OF_ORDERS =
            COLUMNS
                    + """
                     and f.fulfillment_order_id in (
                      select o.fulfillment_order_id from fulfillment_order o
                      where o.org_id = :org and o.order_id = any(cast(:orders as uuid[]))
                      union select l.fulfillment_order_id from fulfillment_order_line l
                      where l.org_id = :org and l.order_id = any(cast(:orders as uuid[])))
                    order by f.number
                    """;
    private static final String LINES =
            """
            select fulfillment_order_id, line_id, order_id, quantity, allocated, shipped
            from fulfillment_order_line
            where org_id = :org and fulfillment_order_id in
              (select cast(jsonb_array_elements_text(cast(:ids as jsonb)) as uuid))
            order by line_id
            """;
    private static final String OPEN =
            """
            insert into fulfillment_order (org_id, fulfillment_order_id, order_id, number,
              warehouse, ship_group, state, fulfill_at, backordered_at)
            values (:org, :id, :order, (select coalesce(max(number), 0) + 1 from fulfillment_order
                where org_id = :org and order_id = :order),
              :warehouse, :group, :state, :fulfillAt, :backordered)
            """;
    private static final String PUT_LINES =
            """
            insert into fulfillment_order_line (org_id, fulfillment_order_id, line_id, order_id,
              quantity, allocated, shipped)
            select :org, part, line, "order", quantity, allocated, shipped
            from jsonb_to_recordset(cast(:lines as jsonb)) as l(part uuid, line uuid, "order" uuid,
              quantity int, allocated int, shipped int)
            order by part, line
            on conflict (org_id, fulfillment_order_id, line_id) do update
            set quantity = excluded.quantity, allocated = excluded.allocated,
              shipped = excluded.shipped
            """;
    private static final String DROP_LINE =
            """
            delete from fulfillment_order_line
            where org_id = :org and fulfillment_order_id = :id and line_id = :line
            """;
    private static final String MOVE_ON =
            """
            update fulfillment_order f set state = m."to", changed_at = now(),
              fulfill_at = case when m."to" = 'SCHEDULED' then f.fulfill_at end
            from jsonb_to_recordset(cast(:moves as jsonb)) as m(part uuid, "from" text, "to" text)
            where f.org_id = :org and f.fulfillment_order_id = m.part and f.state = m."from"
            """;
    private static final String SCHEDULE =
            """
            update fulfillment_order set state = 'SCHEDULED', fulfill_at = :at, changed_at = now()
            where org_id = :org and fulfillment_order_id = :id and state = :from
            """;
    private static final String START =
            """
            update fulfillment_order set started_at = now()
            where org_id = :org and fulfillment_order_id = any(cast(:ids as uuid[]))
              and started_at is null
            """;
    private static final String UNSTART =
            """
            update fulfillment_order set started_at = null
            where org_id = :org and fulfillment_order_id = :id
            """;
    private static final String BACKORDER =
            """
            update fulfillment_order set backordered_at = :at, changed_at = now()
            where org_id = :org and fulfillment_order_id = :id
              and (backordered_at is null) <> (cast(:at as timestamptz) is null)
            """;
    private static final String PLACE =
            """
            update fulfillment_order set warehouse = :warehouse, ship_group = :group,
              changed_at = now()
            where org_id = :org and fulfillment_order_id = :id and state in ('OPEN', 'SCHEDULED')
            """;
    private static final String MERGED =
            """
            update fulfillment_order set merged_into = :into where org_id = :org
              and fulfillment_order_id = :id
            """;
    private static final String DUE =
            """
            select fulfillment_order_id from fulfillment_order
            where org_id = :org and state = 'SCHEDULED' and fulfill_at <= :now
            order by fulfill_at limit :limit
            """;
    private static final String UNMATCHED =
            """
            select distinct order_id from order_line
            where org_id = :org and order_id = any(cast(:orders as uuid[])) and item_id is null
              and quantity_to_ship > quantity_shipped + quantity_cancelled
            """;

    /** A part about to be. */
    record NewPart(
            FulfillmentOrderId id,
            OrderId order,
            String warehouse,
            String group,
            @Nullable Instant fulfillAt,
            @Nullable Instant backorderedAt) {}

    void open(Tx tx, NewPart part) {
        tx.sql(OPEN)
                .with("id", part.id().value())
                .with("order", part.order().value())
                .with("warehouse", part.warehouse())
                .with("group", part.group())
                .with("state", part.fulfillAt() == null ? "OPEN" : "SCHEDULED")
                .with("fulfillAt", part.fulfillAt())
                .with("backordered", part.backorderedAt())
                .run();
    }

    List<FulfillmentOrder> find(Tx tx, Collection<FulfillmentOrderId> ids) {
        return withLines(tx, tx.sql(BY_ID).withIds("ids", ids(ids)).list(row -> part(row)));
    }

    private static List<UUID> ids(Collection<FulfillmentOrderId> ids) {
        return ids.stream().map(FulfillmentOrderId::value).toList();
    }

    /** Of each order its own parts by number, then those of others that hold lines of it. */
    Map<OrderId, List<FulfillmentOrder>> ofOrders(Tx tx, Collection<OrderId> orders) {
        List<FulfillmentOrder> all =
                withLines(
                        tx,
                        tx.sql(OF_ORDERS)
                                .withIds("orders", orders.stream().map(OrderId::value).toList())
                                .list(row -> part(row)));
        Map<OrderId, List<FulfillmentOrder>> byOrder = new HashMap<>();
        for (OrderId order : orders) {
            Stream<FulfillmentOrder> own =
                    all.stream().filter(part -> part.orderId().equals(order));
            Stream<FulfillmentOrder> others =
                    all.stream()
                            .filter(part -> !part.orderId().equals(order))
                            .filter(
                                    part ->
                                            part.lines().stream()
                                                    .anyMatch(
                                                            line -> line.orderId().equals(order)));
            byOrder.put(order, Stream.concat(own, others).toList());
        }
        return byOrder;
    }

    private static List<FulfillmentOrder> withLines(Tx tx, List<FulfillmentOrder> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        record Held(UUID part, FulfillmentOrder.Line line) {}
        Map<UUID, List<Held>> lines =
                tx
                        .sql(LINES)
                        .withJson(
                                "ids",
                                bare.stream().map(part -> part.fulfillmentOrderId()).toList())
                        .list(row -> new Held(row.uuid("fulfillment_order_id"), line(row)))
                        .stream()
                        .collect(Collectors.groupingBy(Held::part));
        return bare.stream()
                .map(
                        part ->
                                part.with(
                                        part.state(),
                                        lines
                                                .getOrDefault(
                                                        part.fulfillmentOrderId().value(),
                                                        List.of())
                                                .stream()
                                                .map(Held::line)
                                                .toList()))
                .toList();
    }

    private record LineRow(
            UUID part, UUID line, UUID order, int quantity, int allocated, int shipped) {
        static LineRow of(FulfillmentOrderId part, FulfillmentOrder.Line line) {
            return new LineRow(
                    part.value(),
                    line.lineId().value(),
                    line.orderId().value(),
                    line.quantity().units(),
                    line.allocated().units(),
                    line.shipped().units());
        }
    }

    /** Lines of parts as they are now; those without units are theirs no longer. */
    void put(Tx tx, Map<FulfillmentOrderId, List<FulfillmentOrder.Line>> lines) {
        List<LineRow> rows = new ArrayList<>();
        lines.forEach((part, all) -> all.forEach(line -> put(tx, part, line, rows)));
        if (!rows.isEmpty()) {
            tx.sql(PUT_LINES).withJson("lines", rows).run();
        }
    }

    private static void put(
            Tx tx, FulfillmentOrderId part, FulfillmentOrder.Line line, List<LineRow> rows) {
        if (line.quantity().isZero()) {
            tx.sql(DROP_LINE).with("id", part.value()).with("line", line.lineId().value()).run();
        } else {
            rows.add(LineRow.of(part, line));
        }
    }

    /** A part's state, as it was seen and as it is to be. */
    record Move(FulfillmentOrderId part, FulfillmentOrderState from, FulfillmentOrderState to) {}

    /** False when one was not in its state any more. */
    boolean moveOn(Tx tx, List<Move> moves) {
        return moves.isEmpty() || tx.sql(MOVE_ON).withJson("moves", moves).run() == moves.size();
    }

    boolean schedule(Tx tx, FulfillmentOrderId id, FulfillmentOrderState from, Instant at) {
        return tx.sql(SCHEDULE)
                        .with("id", id.value())
                        .with("from", from.name())
                        .with("at", at)
                        .run()
                == 1;
    }

    /** Somebody began with them. */
    void start(Tx tx, Collection<FulfillmentOrderId> parts) {
        if (!parts.isEmpty()) {
            tx.sql(START).withIds("ids", ids(parts)).run();
        }
    }

    void unstart(Tx tx, FulfillmentOrderId id) {
        tx.sql(UNSTART).with("id", id.value()).run();
    }

    /**
     * @param at null when it lacks nothing any more
     */
    void backorder(Tx tx, FulfillmentOrderId id, @Nullable Instant at) {
        tx.sql(BACKORDER).with("id", id.value()).with("at", at).run();
    }

    /** False when a wave has it. */
    boolean place(Tx tx, FulfillmentOrderId id, String warehouse, String group) {
        return tx.sql(PLACE)
                        .with("id", id.value())
                        .with("warehouse", warehouse)
                        .with("group", group)
                        .run()
                == 1;
    }

    void merged(Tx tx, FulfillmentOrderId id, FulfillmentOrderId into) {
        tx.sql(MERGED).with("id", id.value()).with("into", into.value()).run();
    }

    List<FulfillmentOrderId> due(Tx tx, Instant now, int limit) {
        return tx.sql(DUE)
                .with("now", now)
                .with("limit", limit)
                .list(row -> new FulfillmentOrderId(row.uuid("fulfillment_order_id")));
    }

    /** Orders with lines still to be sent of whose item the catalog knows nothing. */
    Set<OrderId> unmatched(Tx tx, Collection<OrderId> orders) {
        return Set.copyOf(
                tx.sql(UNMATCHED)
                        .withIds("orders", orders.stream().map(OrderId::value).toList())
                        .list(row -> new OrderId(row.uuid("order_id"))));
    }

    private static FulfillmentOrder part(Row row) {
        return new FulfillmentOrder(
                new FulfillmentOrderId(row.uuid("fulfillment_order_id")),
                new OrderId(row.uuid("order_id")),
                row.integer("number"),
                row.text("warehouse"),
                row.text("ship_group"),
                FulfillmentOrderState.valueOf(row.text("state")),
                row.instantOrNull("fulfill_at"),
                row.instantOrNull("started_at"),
                row.instantOrNull("backordered_at"),
                List.of());
    }

    private static FulfillmentOrder.Line line(Row row) {
        return new FulfillmentOrder.Line(
                new OrderLineId(row.uuid("line_id")),
                new OrderId(row.uuid("order_id")),
                new Quantity(row.integer("quantity")),
                new Quantity(row.integer("allocated")),
                new Quantity(row.integer("shipped")));
    }
}
