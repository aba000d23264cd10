package io.fulfillx.backend.orders.search;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The words of orders, and how far the feed was followed for them. */
final class OrderIndexStore {
    private static final String BEGIN =
            """
            insert into order_index_cursor (org_id, cursor) values (:org, :cursor)
            on conflict (org_id) do nothing
            """;

    private static final String FIND = "select cursor from order_index_cursor where org_id = :org";

    /** Only one server follows an organization at a time; the others find nothing to do. */
    private static final String LOCK = FIND + " for update skip locked";

    private static final String MOVE =
            "update order_index_cursor set cursor = :cursor where org_id = :org";
    private static final String KEPT =
            """
            select order_id, terms from order_text where org_id = :org and order_id in
              (select cast(id as uuid) from jsonb_array_elements_text(cast(:ids as jsonb)) as w(id))
            """;
    private static final String FORGET =
            """
            delete from order_term t using
              jsonb_to_recordset(cast(:rows as jsonb)) as r(orderid uuid, term text)
            where t.org_id = :org and t.term = r.term and t.order_id = r.orderid
            """;
    private static final String ADD =
            """
            insert into order_term (org_id, term, order_id)
            select :org, r.term, r.orderid
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(orderid uuid, term text)
            on conflict do nothing
            """;
    private static final String KEEP =
            """
            insert into order_text (org_id, order_id, terms, text)
            select :org, r.orderid, r.terms, r.text from
              jsonb_to_recordset(cast(:rows as jsonb)) as r(orderid uuid, terms jsonb, text text)
            on conflict (org_id, order_id) do update
              set terms = excluded.terms, text = excluded.text
            """;

    /** A word of an order. */
    record TermRow(OrderId orderid, String term) {}

    /** Everything that is kept of an order. */
    record TextRow(OrderId orderid, Set<String> terms, String text) {}

    void begin(Tx tx, String cursor) {
        tx.sql(BEGIN).with("cursor", cursor).run();
    }

    /** Empty when it never began. */
    Optional<String> find(Tx tx) {
        return tx.sql(FIND).find(row -> row.text("cursor"));
    }

    /** Empty when another server is at it. */
    Optional<String> lock(Tx tx) {
        return tx.sql(LOCK).find(row -> row.text("cursor"));
    }

    void move(Tx tx, String cursor) {
        tx.sql(MOVE).with("cursor", cursor).run();
    }

    Map<UUID, Set<String>> terms(Tx tx, Collection<OrderId> orders) {
        Map<UUID, Set<String>> kept = new HashMap<>();
        var _ =
                tx.sql(KEPT)
                        .withJson("ids", orders)
                        .list(
                                row ->
                                        kept.put(
                                                row.uuid("order_id"),
                                                Set.of(row.json("terms", String[].class))));
        return kept;
    }

    void forget(Tx tx, List<TermRow> rows) {
        if (!rows.isEmpty()) {
            tx.sql(FORGET).withJson("rows", rows).run();
        }
    }

    void add(Tx tx, List<TermRow> rows) {
        if (!rows.isEmpty()) {
            tx.sql(ADD).withJson("rows", rows).run();
        }
    }

    void keep(Tx tx, List<TextRow> rows) {
        if (!rows.isEmpty()) {
            tx.sql(KEEP).withJson("rows", rows).run();
        }
    }
}
