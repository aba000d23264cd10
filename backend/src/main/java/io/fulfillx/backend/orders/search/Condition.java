package io.fulfillx.backend.orders.search;

import io.fulfillx.backend.platform.sql.Tx;

import java.util.Map;

/**
 * A part of a where clause over {@code sales_order o}, with its parameters.
 *
 * @param sql begins with {@code and}; empty when everything is wanted
 */
public record Condition(String sql, Map<String, String> parameters) {
    public Condition {
        parameters = Map.copyOf(parameters);
    }

    /** Binds its parameters to the statement it stands in. */
    public Tx.Statement bind(Tx.Statement statement) {
        parameters.forEach((name, value) -> statement.with(name, value));
        return statement;
    }
}
