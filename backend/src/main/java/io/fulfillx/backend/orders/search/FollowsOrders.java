package io.fulfillx.backend.orders.search;

import io.fulfillx.backend.platform.sql.Tx;

import java.util.List;

/** Keeps something that is derived from orders. */
public interface FollowsOrders {
    /** Called with what orders are now; again and again for the same ones. */
    void follow(Tx tx, List<OrderFacts> orders);
}
