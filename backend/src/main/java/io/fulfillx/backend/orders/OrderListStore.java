package io.fulfillx.backend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.orders.search.Condition;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.quantity.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The list of orders, newest first. Each filter walks an index in the order of the list, so that a
 * page costs the same however many orders there are.
 */
final class OrderListStore {
    private static final String PAGE =
            """
            with page as materialized (
            select o.order_id, o.number, o.name, o.status, o.channel_id, o.placed_at, o.received_at,
              o.currency, o.total_minor, o.email, o.tags, o.ship_to ->> 'name' as customer
            from sales_order o where o.org_id = :org
            """;
    private static final String CHANNELS =
            """
            select channel_id from channel
            where org_id = :org and (kind = :channel or cast(channel_id as text) = :channel)
            """;
    private static final String STATUS = " and o.status = :status";
    private static final String HELD =
            """
             and exists (select 1 from order_hold h where h.org_id = o.org_id
              and h.order_id = o.order_id and h.released_at is null)
            """;
    private static final String NOT_HELD =
            """
             and o.order_id not in (select h.order_id from order_hold h
              where h.org_id = :org and h.released_at is null)
            """;
    private static final String AFTER = " and o.order_id < :after";

    // Units and holds are looked up once for the whole page: under row-level security a look-up for
    // each row costs half as much again, and a join is made in another way when there are few rows.
    private static final String NEWEST =
            """
             order by o.order_id desc limit :limit),
            units as materialized (select jsonb_object_agg(x.order_id, x.units) as map from (
              select l.order_id, sum(l.quantity_to_ship) as units from order_line l
              where l.org_id = :org and l.order_id = any(array(select order_id from page))
              group by l.order_id) x),
            holds as materialized (select jsonb_object_agg(x.order_id, x.types) as map from (
              select h.order_id, jsonb_agg(distinct h.type) as types from order_hold h
              where h.org_id = :org and h.order_id = any(array(select order_id from page))
                and h.released_at is null
              group by h.order_id) x)
            select p.*,
              coalesce(cast((select map from units) ->> cast(p.order_id as text) as bigint), 0)
                as units,
              coalesce((select map from holds) -> cast(p.order_id as text), '[]') as holds
            from page p order by p.order_id desc
            """;

    /**
     * Which orders are wanted; an empty part does not narrow.
     *
     * @param channel a channel's id or a kind of channel
     * @param search what is typed into the search box, as a condition over these rows
     */
    record Filter(
            Optional<OrderStatus> status,
            Optional<Boolean> held,
            Optional<String> channel,
            Optional<Condition> search,
            Optional<UUID> after) {}

    /** An order in the list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderSummary(
            OrderId orderId,
            String number,
            String name,
            OrderStatus status,
            ChannelId channelId,
            Instant placedAt,
            Instant receivedAt,
            Money total,
            @Nullable String customer,
            @Nullable String email,
            int units,
            List<String> tags,
            boolean held,
            List<HoldType> holds) {}

    List<OrderSummary> list(Tx tx, Filter filter, int limit) {
        List<UUID> channels = filter.channel().map(text -> channels(tx, text)).orElse(List.of());
        if (filter.channel().isPresent() && channels.isEmpty()) {
            return List.of();
        }
        Tx.Statement statement = tx.sql(sql(filter, channels.size())).with("limit", limit);
        for (int i = 0; i < channels.size(); i++) {
            statement.with("channel" + i, channels.get(i));
        }
        filter.status().ifPresent(status -> statement.with("status", status.name()));
        filter.search().ifPresent(condition -> condition.bind(statement));
        filter.after().ifPresent(id -> statement.with("after", id));
        return statement.list(OrderListStore::summary);
    }

    private static List<UUID> channels(Tx tx, String text) {
        return tx.sql(CHANNELS).with("channel", text).list(row -> row.uuid("channel_id"));
    }

    /**
     * The statement for a filter. Channels are named one by one, because only then does the
     * database know how many orders they have.
     */
    static String sql(Filter filter, int channels) {
        StringBuilder sql = new StringBuilder(PAGE);
        filter.status().ifPresent(_ -> sql.append(STATUS));
        filter.held().ifPresent(held -> sql.append(held ? HELD : NOT_HELD));
        if (channels == 1) {
            sql.append(" and o.channel_id = :channel0");
        } else if (channels > 1) {
            sql.append(" and o.channel_id in (:channel0");
            for (int i = 1; i < channels; i++) {
                sql.append(", :channel").append(i);
            }
            sql.append(")");
        }
        filter.search().ifPresent(condition -> sql.append(condition.sql()));
        filter.after().ifPresent(_ -> sql.append(AFTER));
        return sql.append(NEWEST).toString();
    }

    /** The statements by what they filter, for whoever explains or measures them. */
    static Map<String, String> statements() {
        Filter all = new Filter(none(), none(), none(), none(), none());
        Map<String, String> statements = new LinkedHashMap<>();
        statements.put("default", sql(all, 0));
        statements.put(
                "status",
                sql(
                        new Filter(
                                Optional.of(OrderStatus.SHIPPED), none(), none(), none(), none()),
                        0));
        statements.put(
                "held", sql(new Filter(none(), Optional.of(true), none(), none(), none()), 0));
        statements.put(
                "not held", sql(new Filter(none(), Optional.of(false), none(), none(), none()), 0));
        statements.put("channel", sql(all, 1));
        statements.put(
                "deep page",
                sql(new Filter(none(), none(), none(), none(), Optional.of(new UUID(0, 0))), 0));
        return statements;
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private static OrderSummary summary(Row row) {
        List<HoldType> holds =
                List.of(row.json("holds", String[].class)).stream().map(HoldType::new).toList();
        return new OrderSummary(
                new OrderId(row.uuid("order_id")),
                row.text("number"),
                row.text("name"),
                OrderStatus.valueOf(row.text("status")),
                new ChannelId(row.uuid("channel_id")),
                row.instant("placed_at"),
                row.instant("received_at"),
                new Money(row.bigint("total_minor"), row.text("currency")),
                row.textOrNull("customer"),
                row.textOrNull("email"),
                row.integer("units"),
                List.of(row.json("tags", String[].class)),
                !holds.isEmpty(),
                holds);
    }
}
