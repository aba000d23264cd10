package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.BackorderPolicy;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What people asked of an order as a whole, and the status that was derived last. */
final class OrderMarkStore {
    private static final String FIND =
            """
            select order_id, status, cancel_requested_at, cancelled_at, closed_at, backorder_policy
            from sales_order where org_id = :org and order_id = any(cast(:orders as uuid[]))
            """;
    private static final String STATUS =
            """
            update sales_order o set status = c."to", version = o.version + 1
            from jsonb_to_recordset(cast(:changes as jsonb)) as c("order" uuid, "from" text,
              "to" text)
            where o.org_id = :org and o.order_id = c."order" and o.status = c."from"
            """;
    private static final String REQUEST_CANCEL =
            """
            update sales_order set cancel_requested_at = coalesce(cancel_requested_at, now())
            where org_id = :org and order_id = :order
            """;
    private static final String CANCELLED =
            """
            update sales_order set cancelled_at = coalesce(cancelled_at, now())
            where org_id = :org and order_id = :order
            """;
    private static final String CLOSE =
            """
            update sales_order set closed_at = coalesce(closed_at, now())
            where org_id = :org and order_id = :order
            """;

    private static final String POLICY =
            """
            select coalesce(o.backorder_policy, p.backorder, 'SHIP_COMPLETE') as policy
            from sales_order o left join order_policy p on p.org_id = o.org_id
            where o.org_id = :org and o.order_id = :order
            """;
    private static final String SET_POLICY =
            """
            update sales_order set backorder_policy = :policy
            where org_id = :org and order_id = :order
            """;
    private static final String ORG_POLICY =
            """
            select coalesce((select backorder from order_policy where org_id = :org),
              'SHIP_COMPLETE') as policy
            """;
    private static final String SET_ORG_POLICY =
            """
            insert into order_policy (org_id, backorder, changed_by) values (:org, :policy, :actor)
            on conflict (org_id) do update
            set backorder = excluded.backorder, changed_by = excluded.changed_by, changed_at = now()
            """;

    private static final String DELIVERED =
            """
            select order_id from parcel_stage
            where org_id = :org and order_id = any(cast(:orders as uuid[])) and status = 'PACKED'
            group by order_id having bool_and(journey = 'DELIVERED')
            """;

    /** What is marked on an order. */
    record Marks(
            OrderStatus status,
            @Nullable Instant cancelRequestedAt,
            @Nullable Instant cancelledAt,
            @Nullable Instant closedAt,
            @Nullable String backorderPolicy) {}

    Map<OrderId, Marks> find(Tx tx, Collection<OrderId> orders) {
        Map<OrderId, Marks> marks = new HashMap<>();
        tx.sql(FIND)
                .withIds("orders", ids(orders))
                .list(row -> marks.put(new OrderId(row.uuid("order_id")), marks(row)));
        return marks;
    }

    private static List<UUID> ids(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::value).toList();
    }

    /** An order's status, as it was seen and as it is to be. */
    record StatusChange(OrderId order, OrderStatus from, OrderStatus to) {}

    /** False when a status is not the one that was seen. */
    boolean status(Tx tx, List<StatusChange> changes) {
        return tx.sql(STATUS).withJson("changes", changes).run() == changes.size();
    }

    /** The order's own, else the organisation's, else SHIP_COMPLETE. */
    BackorderPolicy backorderPolicy(Tx tx, OrderId order) {
        return tx.sql(POLICY).with("order", order.value()).get(OrderMarkStore::policy);
    }

    void backorderPolicy(Tx tx, OrderId order, BackorderPolicy policy) {
        tx.sql(SET_POLICY).with("order", order.value()).with("policy", policy.name()).run();
    }

    /** What the organisation wants where an order says nothing. */
    BackorderPolicy usualPolicy(Tx tx) {
        return tx.sql(ORG_POLICY).get(OrderMarkStore::policy);
    }

    void usualPolicy(Tx tx, BackorderPolicy policy, String actor) {
        tx.sql(SET_ORG_POLICY).with("policy", policy.name()).with("actor", actor).run();
    }

    private static BackorderPolicy policy(Row row) {
        return BackorderPolicy.valueOf(row.text("policy"));
    }

    /** Those of which the carrier brought every parcel that left. */
    Set<OrderId> delivered(Tx tx, Collection<OrderId> orders) {
        return Set.copyOf(
                tx.sql(DELIVERED)
                        .withIds("orders", ids(orders))
                        .list(row -> new OrderId(row.uuid("order_id"))));
    }

    void requestCancel(Tx tx, OrderId order) {
        tx.sql(REQUEST_CANCEL).with("order", order.value()).run();
    }

    void cancelled(Tx tx, OrderId order) {
        tx.sql(CANCELLED).with("order", order.value()).run();
    }

    void close(Tx tx, OrderId order) {
        tx.sql(CLOSE).with("order", order.value()).run();
    }

    private static Marks marks(Row row) {
        return new Marks(
                OrderStatus.valueOf(row.text("status")),
                row.instantOrNull("cancel_requested_at"),
                row.instantOrNull("cancelled_at"),
                row.instantOrNull("closed_at"),
                row.textOrNull("backorder_policy"));
    }
}
