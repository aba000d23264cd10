package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.process.ProgramFailed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Very many orders, straight into the tables: of three months, of all organizations in turn, nearly
 * all of them over, with one or two lines, some holds and a history.
 */
final class OrderCrowd {
    private static final int CHUNK = 50_000;
    private static final String[] BEGIN = {
        "set session_replication_role = replica",
        "set synchronous_commit = off",
        """
        create temp table crowd_org as
        select org_id, row_number() over (order by slug) - 1 as o
        from (select org_id, slug from org order by slug offset %1$d limit %2$d) some_of_all
        """,
        """
        insert into channel (org_id, channel_id, kind, shop_domain, base_url, access_token,
          webhook_secret)
        select org_id, uuidv7(), case c when 0 then 'shopify' else 'csv' end, 'shop-' || c,
          'http://127.0.0.1:9', '\\x00', '\\x00'
        from crowd_org, generate_series(0, 1) c on conflict do nothing
        """,
    };

    // One round lays orders %1$d to %2$d of %3$d in all; random numbers are the same every time.
    private static final String[] ROUND = {
        "drop table if exists crowd",
        "select setseed(0.7)",
        """
        create temp table crowd as
        select k, uuidv7(((k - 1000000) * 7.8) * interval '1 second') as order_id, g.org_id,
          (random() * 1000)::int as r, (random() * 100)::int as h, k > %3$d * 0.97 as is_open
        from generate_series(%1$d, %2$d - 1) k
        join crowd_org g on g.o = k %% (select count(*) from crowd_org)
        """,
        """
        insert into sales_order (org_id, order_id, channel_id, channel_order_id, name, number,
          status, placed_at, received_at, currency, total_minor, email, payment, ship_to, tags,
          decided_at)
        select g.org_id, order_id, c.channel_id, 'C' || k, '#' || k, k + 100001,
          case when is_open then (array['RECEIVED', 'ALLOCATED', 'ALLOCATED', 'ALLOCATED',
              'BACKORDERED', 'RELEASED', 'IN_FULFILLMENT', 'PARTIALLY_SHIPPED'])[1 + r %% 8]
            when r %% 33 = 0 then 'CANCELLED' else 'SHIPPED' end,
          uuid_extract_timestamp(order_id) - interval '1 minute',
          uuid_extract_timestamp(order_id), 'USD', 1000 + r * 7,
          'buyer' || (r * 37 %% 5000) || '@example.com', 'PAID',
          jsonb_build_object('name', 'Buyer ' || h || ' of ' || r, 'line1', r || ' Main Street',
            'city', 'Columbus', 'state', 'OH', 'postalCode', '43215', 'country', 'US'),
          case when r %% 20 = 0 then '["gift"]'::jsonb else '[]' end, now()
        from crowd g join channel c on c.org_id = g.org_id
          and c.kind = case when r %% 10 = 0 then 'csv' else 'shopify' end
        order by k
        """,
        """
        insert into order_line (org_id, line_id, order_id, position, channel_line_id, sku, title,
          quantity_ordered, quantity_to_ship, quantity_shipped, unit_weight_grams, price_minor,
          requires_shipping)
        select org_id, uuidv7(((k - 1000000) * 7.8) * interval '1 second'), order_id, p, 'L' || p,
          'SKU-' || lpad(((r * 131 + p * 977) %% 1000)::text, 4, '0'), 'Thing', 1 + h %% 3,
          1 + h %% 3, case when is_open then 0 else 1 + h %% 3 end, 200, 500, true
        from crowd, generate_series(0, 1) p where p <= r %% 3 order by k
        """,
        """
        insert into order_term (org_id, term, order_id)
        select distinct g.org_id, 's:' || lower(l.sku), l.order_id
        from crowd g join order_line l using (org_id, order_id) order by 1, 2
        """,
        """
        insert into order_hold (org_id, hold_id, order_id, type, reason, placed_by, released_at,
          released_by)
        select org_id, uuidv7(((k - 1000000) * 7.8) * interval '1 second'), order_id,
          (array['ADDRESS', 'PAYMENT', 'INVENTORY', 'FRAUD'])[1 + r %% 4], 'Look at it.', 'system',
          case when is_open then null else now() end, case when is_open then null else 'system' end
        from crowd where h < 6 order by k
        """,
        """
        insert into order_history (org_id, history_id, order_id, actor, what, detail,
          correlation_id, at)
        select org_id, uuidv7(((k - 1000000) * 7.8) * interval '1 second'), order_id, 'system',
          'RECEIVED', 'The order came from the channel.', 'crowd',
          uuid_extract_timestamp(order_id)
        from crowd, generate_series(1, 2) order by k
        """,
    };

    private OrderCrowd() {}

    /**
     * Adds orders until there are so many of all organizations together.
     *
     * @param skipped so many organizations get none
     * @param organizations so many behind them take turns
     */
    static void grow(StockServer server, int from, int to, int skipped, int organizations) {
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            for (String sql : BEGIN) {
                statement.execute(String.format(Locale.ROOT, sql, skipped, organizations));
            }
            for (int start = from; start < to; start += CHUNK) {
                for (String sql : ROUND) {
                    statement.execute(
                            String.format(
                                    Locale.ROOT, sql, start, Math.min(to, start + CHUNK), to));
                }
            }
            statement.execute("vacuum (analyze)");
        } catch (SQLException e) {
            throw new ProgramFailed("the orders cannot be laid: " + e.getMessage(), e);
        }
    }
}
