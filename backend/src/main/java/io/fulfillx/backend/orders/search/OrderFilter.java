package io.fulfillx.backend.orders.search;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.Fault;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * Which orders are meant, in the words of the list; an absent part does not narrow.
 *
 * @param search what is typed into the search box
 * @param channel a channel's id or a kind of channel
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderFilter(
        @Nullable String search,
        @Nullable String status,
        @Nullable Boolean held,
        @Nullable String channel) {
    private static final int MAX_CHANNEL = 100;

    /** As a condition over {@code sales_order o}. */
    public Condition condition() {
        return condition(List.of(this));
    }

    /** What all of them mean, as one condition. */
    public static Condition condition(List<OrderFilter> filters) {
        SearchSql sql = new SearchSql();
        filters.forEach(filter -> filter.addTo(sql));
        return sql.condition();
    }

    private void addTo(SearchSql sql) {
        if (search != null && !search.isBlank()) {
            SearchQuery.parse(search).clauses().forEach(sql::add);
        }
        if (status != null) {
            sql.status(status);
        }
        if (held != null) {
            sql.held(held);
        }
        if (channel != null) {
            sql.channel(channel);
        }
    }

    /**
     * Looks whether it can be understood.
     *
     * @throws Fault INVALID
     */
    public OrderFilter checked() {
        if (status != null
                && Arrays.stream(OrderStatus.values()).noneMatch(s -> s.name().equals(status))) {
            throw Fault.invalid("/status", "There is no such status of an order.");
        }
        if (channel != null && channel.length() > MAX_CHANNEL) {
            throw Fault.invalid("/channel", "A channel's id or kind is expected.");
        }
        Condition _ = condition();
        return this;
    }
}
