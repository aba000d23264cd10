package io.fulfillx.backend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldScope;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class HoldStore {
    private static final String INSERT =
            """
            insert into order_hold (org_id, hold_id, order_id, type, reason, placed_by, scope,
              subject_id, until)
            values (:org, :id, :order, :type, :reason, :actor, :scope, :subject, :until)
            """;
    static final String OF_ORDER =
            """
            select hold_id, type, reason, scope, subject_id, until, placed_by, placed_at,
              released_by, released_at
            from order_hold where org_id = :org and order_id = :order
            union all
            select stock_hold_id, type, reason, case when lot is null then 'SKU' else 'LOT' end,
              line_id, null, placed_by, placed_at, null, null
            from stock_held_line where org_id = :org and order_id = :order
            order by hold_id
            """;
    private static final String ACTIVE =
            """
            select order_id, hold_id, type, reason, scope, subject_id from order_hold
            where org_id = :org and order_id = any(cast(:orders as uuid[]))
              and released_at is null
            union all
            select order_id, stock_hold_id, type, reason,
              case when lot is null then 'SKU' else 'LOT' end, line_id
            from stock_held_line
            where org_id = :org and order_id = any(cast(:orders as uuid[]))
            order by hold_id
            """;
    private static final String DUE =
            """
            select order_id, hold_id from order_hold
            where org_id = :org and released_at is null and until <= :now
            order by until limit :limit
            """;
    private static final String RELEASE =
            """
            update order_hold set released_by = :actor, released_at = now()
            where org_id = :org and order_id = :order and hold_id = :id and released_at is null
            """;

    /** A hold, released or not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hold(
            HoldId holdId,
            HoldType type,
            String reason,
            HoldScope scope,
            @Nullable UUID subject,
            @Nullable Instant until,
            HoldType.AutoRelease autoRelease,
            String placedBy,
            Instant placedAt,
            @Nullable String releasedBy,
            @Nullable Instant releasedAt) {
        boolean active() {
            return releasedAt == null;
        }

        ActiveHold asActive() {
            return new ActiveHold(holdId, type, reason, scope, subject);
        }
    }

    /** A hold whose time has come. */
    record Due(OrderId order, HoldId hold) {}

    List<Due> due(Tx tx, Instant now, int limit) {
        return tx.sql(DUE)
                .with("now", now)
                .with("limit", limit)
                .list(
                        row ->
                                new Due(
                                        new OrderId(row.uuid("order_id")),
                                        new HoldId(row.uuid("hold_id"))));
    }

    /**
     * @param until when it ends by itself; null for never
     */
    void insert(Tx tx, OrderId order, ActiveHold hold, @Nullable Instant until, String actor) {
        tx.sql(INSERT)
                .with("id", hold.holdId().value())
                .with("order", order.value())
                .with("type", hold.type().name())
                .with("reason", hold.reason())
                .with("actor", actor)
                .with("scope", hold.scope().name())
                .with("subject", hold.subject())
                .with("until", until)
                .run();
    }

    List<ActiveHold> active(Tx tx, OrderId order) {
        return active(tx, List.of(order)).getOrDefault(order, List.of());
    }

    Map<OrderId, List<ActiveHold>> active(Tx tx, Collection<OrderId> orders) {
        Map<OrderId, List<ActiveHold>> active = new HashMap<>();
        tx.sql(ACTIVE)
                .withIds("orders", orders.stream().map(OrderId::value).toList())
                .list(
                        row ->
                                active.computeIfAbsent(
                                                new OrderId(row.uuid("order_id")),
                                                _ -> new ArrayList<>())
                                        .add(
                                                new ActiveHold(
                                                        new HoldId(row.uuid("hold_id")),
                                                        new HoldType(row.text("type")),
                                                        row.text("reason"),
                                                        HoldScope.valueOf(row.text("scope")),
                                                        row.uuidOrNull("subject_id"))));
        return active;
    }

    /**
     * Those on an order and on what goes with it: a hold on a guest is one on that guest's lines.
     *
     * @param guests lines of other orders that were merged into it
     */
    static List<ActiveHold> withGuests(
            Map<OrderId, List<ActiveHold>> active,
            OrderId order,
            Map<OrderId, Set<OrderLineId>> guests) {
        List<ActiveHold> all = new ArrayList<>(active.getOrDefault(order, List.of()));
        guests.forEach(
                (guest, lineIds) -> {
                    for (ActiveHold hold : active.getOrDefault(guest, List.of())) {
                        if (hold.scope() != HoldScope.ORDER) {
                            all.add(hold);
                            continue;
                        }
                        for (OrderLineId line : lineIds) {
                            all.add(
                                    new ActiveHold(
                                            hold.holdId(),
                                            hold.type(),
                                            hold.reason(),
                                            HoldScope.LINE,
                                            line.value()));
                        }
                    }
                });
        return all;
    }

    Optional<Hold> find(Tx tx, OrderId order, HoldId id) {
        return tx.sql(OF_ORDER).with("order", order.value()).list(HoldStore::hold).stream()
                .filter(hold -> hold.holdId().equals(id))
                .findFirst();
    }

    /** False when it was released before. */
    boolean release(Tx tx, OrderId order, HoldId id, String actor) {
        return tx.sql(RELEASE)
                        .with("order", order.value())
                        .with("id", id.value())
                        .with("actor", actor)
                        .run()
                == 1;
    }

    static Hold hold(Row row) {
        HoldType type = new HoldType(row.text("type"));
        Instant until = row.instantOrNull("until");
        return new Hold(
                new HoldId(row.uuid("hold_id")),
                type,
                row.text("reason"),
                HoldScope.valueOf(row.text("scope")),
                row.uuidOrNull("subject_id"),
                until,
                type.autoRelease(until != null),
                row.text("placed_by"),
                row.instant("placed_at"),
                row.textOrNull("released_by"),
                row.instantOrNull("released_at"));
    }
}
