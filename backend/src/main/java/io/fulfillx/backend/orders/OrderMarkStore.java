package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.BackorderPolicy;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** What people asked of an order as a whole, and the status that was derived last. */
final class OrderMarkStore {
    private static final String FIND =
            """
            select status, cancel_requested_at, cancelled_at, closed_at, backorder_policy
            from sales_order where org_id = :org and order_id = :order
            """;
    private static final String STATUS =
            """
            update sales_order set status = :to, version = version + 1
            where org_id = :org and order_id = :order and status = :from
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
            select exists (select 1 from parcel_stage where org_id = :org and order_id = :order
                and status = 'PACKED')
              and not exists (select 1 from parcel_stage where org_id = :org and order_id = :order
                and status = 'PACKED' and journey <> 'DELIVERED') as delivered
            """;

    /** What is marked on an order. */
    record Marks(
            OrderStatus status,
            @Nullable Instant cancelRequestedAt,
            @Nullable Instant cancelledAt,
            @Nullable Instant closedAt,
            @Nullable String backorderPolicy) {}

    Optional<Marks> find(Tx tx, OrderId order) {
        return tx.sql(FIND).with("order", order.value()).find(OrderMarkStore::marks);
    }

    /** False when the status is not the one that was seen. */
    boolean status(Tx tx, OrderId order, OrderStatus from, OrderStatus to) {
        return tx.sql(STATUS)
                        .with("order", order.value())
                        .with("from", from.name())
                        .with("to", to.name())
                        .run()
                == 1;
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

    /** Whether the carrier brought every parcel that left. */
    boolean isDelivered(Tx tx, OrderId order) {
        return tx.sql(DELIVERED).with("order", order.value()).get(row -> row.flag("delivered"));
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
