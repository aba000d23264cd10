package io.fulfillx.backend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.item.Sku;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds on what is sold: every order with it waits. */
final class StockHoldStore {
    private static final String INSERT =
            """
            insert into stock_hold (org_id, stock_hold_id, sku, lot, type, reason, placed_by, until)
            values (:org, :id, :sku, :lot, :type, :reason, :by, :until)
            """;
    private static final String SELECT =
            """
            select stock_hold_id, sku, lot, type, reason, placed_by, placed_at, until, released_by,
              released_at
            from stock_hold where org_id = :org
            """;
    private static final String FIND = SELECT + " and stock_hold_id = :id";
    private static final String OPEN =
            SELECT
                    + """
                     and released_at is null
                    and (cast(:before as uuid) is null or stock_hold_id < :before)
                    order by stock_hold_id desc limit :limit
                    """;
    private static final String RELEASE =
            """
            update stock_hold set released_at = now(), released_by = :by
            where org_id = :org and stock_hold_id = :id and released_at is null
            """;
    private static final String RELEASE_DUE =
            """
            update stock_hold set released_at = now(), released_by = 'system'
            where org_id = :org and released_at is null and until <= :now
            """;

    /** Orders on the floor: their stations must hear of it. Others are asked when they go on. */
    private static final String ON_THE_FLOOR =
            """
            select distinct o.order_id from order_line l
            join sales_order o on o.org_id = l.org_id and o.order_id = l.order_id
            where l.org_id = :org and l.sku = :sku
              and o.status in ('RELEASED', 'IN_FULFILLMENT', 'PARTIALLY_SHIPPED')
            """;

    /**
     * A hold on an item.
     *
     * @param lot null when it is on all lots
     * @param until when it ends by itself; null for never
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StockHold(
            UUID stockHoldId,
            Sku sku,
            @Nullable String lot,
            HoldType type,
            String reason,
            String placedBy,
            Instant placedAt,
            @Nullable Instant until,
            @Nullable String releasedBy,
            @Nullable Instant releasedAt) {}

    void insert(Tx tx, UUID id, Sku sku, @Nullable String lot, HoldOrder.Wish wish, String actor) {
        tx.sql(INSERT)
                .with("id", id)
                .with("sku", sku.value())
                .with("lot", lot)
                .with("type", wish.type().name())
                .with("reason", wish.reason())
                .with("by", actor)
                .with("until", wish.until())
                .run();
    }

    Optional<StockHold> find(Tx tx, UUID id) {
        return tx.sql(FIND).with("id", id).find(StockHoldStore::hold);
    }

    /** Newest first. */
    List<StockHold> open(Tx tx, @Nullable UUID before, int limit) {
        return tx.sql(OPEN).with("before", before).with("limit", limit).list(StockHoldStore::hold);
    }

    boolean release(Tx tx, UUID id, String actor) {
        return tx.sql(RELEASE).with("id", id).with("by", actor).run() == 1;
    }

    void releaseDue(Tx tx, Instant now) {
        tx.sql(RELEASE_DUE).with("now", now).run();
    }

    List<OrderId> onTheFloor(Tx tx, Sku sku) {
        return tx.sql(ON_THE_FLOOR)
                .with("sku", sku.value())
                .list(row -> new OrderId(row.uuid("order_id")));
    }

    private static StockHold hold(Row row) {
        return new StockHold(
                row.uuid("stock_hold_id"),
                new Sku(row.text("sku")),
                row.textOrNull("lot"),
                new HoldType(row.text("type")),
                row.text("reason"),
                row.text("placed_by"),
                row.instant("placed_at"),
                row.instantOrNull("until"),
                row.textOrNull("released_by"),
                row.instantOrNull("released_at"));
    }
}
