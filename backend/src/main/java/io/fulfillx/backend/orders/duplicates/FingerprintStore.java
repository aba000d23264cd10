package io.fulfillx.backend.orders.duplicates;

import com.fasterxml.jackson.core.type.TypeReference;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

final class FingerprintStore {
    private static final TypeReference<Map<String, Integer>> UNITS = new TypeReference<>() {};

    private static final String KEEP =
            """
            insert into order_fingerprint (org_id, order_id, channel_id, number, placed_at,
              currency, total_minor, email_hash, phone_hash, address_hash, payment_hash, sku_hash,
              skus)
            select :org, r.* from jsonb_to_recordset(cast(:rows as jsonb)) as r(orderid uuid,
              channelid uuid, number bigint, placed timestamptz, currency text, total bigint,
              email text, phone text, address text, payment text, lines text, units jsonb)
            on conflict (org_id, order_id) do update set email_hash = excluded.email_hash,
              phone_hash = excluded.phone_hash, address_hash = excluded.address_hash,
              payment_hash = excluded.payment_hash, sku_hash = excluded.sku_hash,
              skus = excluded.skus, total_minor = excluded.total_minor
            where (order_fingerprint.email_hash, order_fingerprint.phone_hash,
              order_fingerprint.address_hash, order_fingerprint.payment_hash,
              order_fingerprint.sku_hash, order_fingerprint.total_minor)
              is distinct from (excluded.email_hash, excluded.phone_hash, excluded.address_hash,
              excluded.payment_hash, excluded.sku_hash, excluded.total_minor)
            """;
    private static final String TAKE_UNCHECKED =
            """
            update order_fingerprint set checked_at = :now where org_id = :org and order_id in (
              select order_id from order_fingerprint
              where org_id = :org and checked_at is null
              order by order_id limit :limit for update skip locked)
            returning order_id
            """;
    private static final String UNCHECKED =
            """
            select 1 as one from order_fingerprint
            where org_id = :org and checked_at is null limit 1
            """;

    /** The newest few that share a hash, so that a busy address does not stop the work. */
    private static final String SAME_HASH =
            """
            (select c.order_id from order_fingerprint c where c.org_id = :org
              and c.%1$s = f.%1$s and c.order_id <> f.order_id
              and c.placed_at between f.placed_at - interval '90 days'
                and f.placed_at + interval '90 days'
              order by c.placed_at desc limit 50)
            """;

    private static final String BY_BUYER =
            pairs("email_hash", "phone_hash", "address_hash", "payment_hash");
    private static final String BY_LINES =
            pairs("email_hash", "phone_hash", "address_hash", "payment_hash", "sku_hash");

    private static final String FIND =
            """
            select f.*, o.tags from order_fingerprint f
            join sales_order o on o.org_id = f.org_id and o.order_id = f.order_id
            where f.org_id = :org and f.order_id in
              (select cast(id as uuid) from jsonb_array_elements_text(cast(:ids as jsonb)) as w(id))
            """;

    private static String pairs(String... hashes) {
        String same =
                Arrays.stream(hashes)
                        .map(SAME_HASH::formatted)
                        .collect(Collectors.joining(" union "));
        return """
        select distinct f.order_id, found.order_id as other_id from order_fingerprint f
        cross join lateral (%s) as found
        where f.org_id = :org and f.order_id in
          (select cast(id as uuid) from jsonb_array_elements_text(cast(:ids as jsonb)) as w(id))
        """
                .formatted(same);
    }

    /** What is written; names as the statement reads them. */
    record FingerprintRow(
            OrderId orderid,
            ChannelId channelid,
            long number,
            Instant placed,
            String currency,
            long total,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String payment,
            @Nullable String lines,
            Map<String, Integer> units) {}

    /** Two orders that share something. */
    record Pair(OrderId order, OrderId other) {}

    void keep(Tx tx, List<FingerprintRow> rows) {
        tx.sql(KEEP).withJson("rows", rows).run();
    }

    boolean anyUnchecked(Tx tx) {
        return !tx.sql(UNCHECKED).list(row -> row.integer("one")).isEmpty();
    }

    /** In the order in which they came. */
    List<OrderId> takeUnchecked(Tx tx, Instant now, int limit) {
        return tx.sql(TAKE_UNCHECKED)
                .with("now", now)
                .with("limit", limit)
                .list(row -> new OrderId(row.uuid("order_id")));
    }

    List<Pair> pairs(Tx tx, List<OrderId> orders, boolean byLines) {
        return tx.sql(byLines ? BY_LINES : BY_BUYER)
                .withJson("ids", orders)
                .list(
                        row ->
                                new Pair(
                                        new OrderId(row.uuid("order_id")),
                                        new OrderId(row.uuid("other_id"))));
    }

    Map<OrderId, Fingerprint> find(Tx tx, Collection<OrderId> orders) {
        return tx.sql(FIND).withJson("ids", orders).list(FingerprintStore::fingerprint).stream()
                .collect(Collectors.toMap(Fingerprint::orderId, each -> each));
    }

    private static Fingerprint fingerprint(Row row) {
        return new Fingerprint(
                new OrderId(row.uuid("order_id")),
                new ChannelId(row.uuid("channel_id")),
                row.bigint("number"),
                row.instant("placed_at"),
                new Money(row.bigint("total_minor"), row.text("currency")),
                row.textOrNull("email_hash"),
                row.textOrNull("phone_hash"),
                row.textOrNull("address_hash"),
                row.textOrNull("payment_hash"),
                Json.mapper().convertValue(Json.read(row.text("skus"), Map.class), UNITS),
                Arrays.stream(row.json("tags", String[].class))
                        .map(tag -> tag.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }
}
