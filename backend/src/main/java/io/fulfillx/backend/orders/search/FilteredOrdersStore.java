package io.fulfillx.backend.orders.search;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import java.util.List;
import java.util.Optional;

/** The orders that a filter means. */
public final class FilteredOrdersStore {
    private static final String COUNT =
            "select count(*) as n from (select 1 from sales_order o where o.org_id = :org";
    private static final String MOST = " limit :most) as found";
    private static final String IDS = "select o.order_id from sales_order o where o.org_id = :org";
    private static final String AFTER = " and o.order_id > :after";
    private static final String OLDEST = " order by o.order_id limit :limit";

    /** How many there are, counted to that number at most. */
    public int count(Tx tx, OrderFilter filter, int most) {
        Condition condition = filter.condition();
        return condition
                .bind(tx.sql(COUNT + condition.sql() + MOST).with("most", most))
                .get(row -> row.integer("n"));
    }

    /** Oldest first. */
    public List<OrderId> after(Tx tx, OrderFilter filter, Optional<OrderId> after, int limit) {
        Condition condition = filter.condition();
        Tx.Statement statement =
                tx.sql(IDS + condition.sql() + (after.isPresent() ? AFTER : "") + OLDEST)
                        .with("limit", limit);
        after.ifPresent(id -> statement.with("after", id.value()));
        return condition.bind(statement).list(row -> new OrderId(row.uuid("order_id")));
    }
}
