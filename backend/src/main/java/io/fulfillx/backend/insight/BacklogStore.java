package io.fulfillx.backend.insight;

import io.fulfillx.backend.insight.BacklogCounts.Cell;
import io.fulfillx.backend.insight.BacklogCounts.HoldCell;
import io.fulfillx.backend.platform.event.Feed.Cursor;
import io.fulfillx.backend.platform.sql.Position;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The projection of open orders, how far it follows the feed, and what is counted on it. */
final class BacklogStore {
    private static final String MARK =
            """
            select epoch, cast(xid as text) as xid, seq, filled, filled_to from backlog_mark
            where org_id = :org
            """;
    private static final String OPEN_MARK =
            """
            insert into backlog_mark (org_id, epoch, xid, seq)
            values (:org, :epoch, cast(:xid as xid8), :seq) on conflict do nothing
            """;
    private static final String MOVE =
            """
            update backlog_mark set xid = cast(:xid as xid8), seq = :seq where org_id = :org
            """;
    private static final String FILLED =
            """
            update backlog_mark set filled = :filled, filled_to = coalesce(:to, filled_to)
            where org_id = :org
            """;
    private static final String EMPTY = "delete from backlog where org_id = :org";
    private static final String FORGET_MARK = "delete from backlog_mark where org_id = :org";
    private static final String UPSERT =
            """
            on conflict (org_id, order_id) do update set status = excluded.status,
              placed_at = excluded.placed_at, lines = excluded.lines, units = excluded.units,
              holds = excluded.holds
            returning order_id
            """;
    private static final String INSERT =
            """
            insert into backlog (org_id, order_id, status, placed_at, lines, units, holds)
            select org_id, order_id, status, placed_at, lines, units, holds from open_order
            where org_id = :org
            """;
    private static final String THESE =
            """
             order_id in
              (select cast(jsonb_array_elements_text(cast(:ids as jsonb)) as uuid))
            """;
    private static final String PROJECT = INSERT + " and" + THESE + UPSERT;
    private static final String FILL =
            INSERT
                    + " and order_id > coalesce(cast(:after as uuid),"
                    + " '00000000-0000-0000-0000-000000000000') order by order_id limit :limit "
                    + UPSERT;
    private static final String DROP_CLOSED =
            "delete from backlog b where b.org_id = :org and b."
                    + THESE.strip()
                    + """
                     and not exists (select 1 from open_order o
                        where o.org_id = b.org_id and o.order_id = b.order_id)
                    """;
    private static final String LACKS =
            """
            select exists (select 1 from event where org_id = :org and xid = cast(:seen as xid8)
              and (xid, seq) > (cast(:xid as xid8), :seq)) as lacks
            """;
    private static final String BEHIND =
            """
            select count(*) as events, min(created_at) as oldest from event
            where org_id = :org and (xid, seq) > (cast(:xid as xid8), :seq)
            """;
    private static final String CELLS =
            """
            select status, cast(floor(extract(epoch from placed_at) / 900) as bigint) as quarter,
              holds <> cast('[]' as jsonb) as held, count(*) as orders, sum(lines) as lines,
              sum(units) as units
            from backlog where org_id = :org group by 1, 2, 3 order by 1, 2, 3
            """;
    private static final String HOLDS =
            """
            select h.type, h.since / 900 as quarter, count(*) as holds
            from backlog b
            cross join lateral jsonb_to_recordset(b.holds) as h(type text, since bigint)
            where b.org_id = :org group by 1, 2 order by 1, 2
            """;
    private static final String TRANSACTION = "select cast(pg_current_xact_id() as text) as xid";
    private static final String CELLS_OF_ORDERS = ofOrders(CELLS);
    private static final String HOLDS_OF_ORDERS = ofOrders(HOLDS);

    /** The same, counted on the orders themselves. */
    private static String ofOrders(String statement) {
        return statement.replace("from backlog", "from open_order");
    }

    /** How far the feed was followed. */
    record Mark(Cursor cursor, boolean filled, @Nullable UUID filledTo) {}

    Optional<Mark> mark(Tx tx) {
        return tx.sql(MARK).find(BacklogStore::mark);
    }

    /** Empty while another process follows. */
    Optional<Mark> lockMark(Tx tx, Cursor end) {
        tx.sql(OPEN_MARK)
                .with("epoch", end.epoch())
                .with("xid", end.xid())
                .with("seq", end.seq())
                .run();
        return tx.sql(MARK + " for update skip locked").find(BacklogStore::mark);
    }

    private static Mark mark(Row row) {
        Cursor cursor = new Cursor(row.text("epoch"), row.text("xid"), row.bigint("seq"));
        return new Mark(cursor, row.flag("filled"), row.uuidOrNull("filled_to"));
    }

    void move(Tx tx, Cursor to) {
        tx.sql(MOVE).with("xid", to.xid()).with("seq", to.seq()).run();
    }

    /** Begins anew. */
    void empty(Tx tx) {
        tx.sql(EMPTY).run();
        tx.sql(FORGET_MARK).run();
    }

    /** Takes over what these orders are now, whatever happened to them. */
    void project(Tx tx, Collection<UUID> orders) {
        var _ = tx.sql(PROJECT).withJson("ids", orders).list(row -> row.uuid("order_id"));
        tx.sql(DROP_CLOSED).withJson("ids", orders).run();
    }

    /** Takes over the next open orders and returns how many there were. */
    int fill(Tx tx, Mark mark, int limit) {
        List<UUID> filled =
                tx.sql(FILL)
                        .with("after", mark.filledTo())
                        .with("limit", limit)
                        .list(row -> row.uuid("order_id"));
        // As text, ids are in the order in which the database has them.
        Optional<String> last = filled.stream().map(UUID::toString).max(String::compareTo);
        tx.sql(FILLED)
                .with("filled", filled.size() < limit)
                .with("to", last.map(UUID::fromString).orElse(null))
                .run();
        return filled.size();
    }

    /** The number of this transaction. */
    String transaction(Tx tx) {
        return tx.sql(TRANSACTION).get(row -> row.text("xid"));
    }

    /** Whether what happened there to orders is not in the projection yet. */
    boolean lacks(Tx tx, Mark mark, Position seen) {
        return tx.sql(LACKS)
                .with("seen", seen.toString())
                .with("xid", mark.cursor().xid())
                .with("seq", mark.cursor().seq())
                .get(row -> row.flag("lacks"));
    }

    /** Changes that the projection has not followed yet. */
    InsightView.Behind behind(Tx tx, Mark mark) {
        return tx.sql(BEHIND)
                .with("xid", mark.cursor().xid())
                .with("seq", mark.cursor().seq())
                .get(
                        row ->
                                new InsightView.Behind(
                                        row.integer("events"), row.instantOrNull("oldest")));
    }

    /**
     * @param follows counted on the projection, else on the orders themselves
     */
    BacklogCounts count(Tx tx, boolean follows) {
        return new BacklogCounts(
                tx.sql(follows ? CELLS : CELLS_OF_ORDERS).list(BacklogStore::cell),
                tx.sql(follows ? HOLDS : HOLDS_OF_ORDERS)
                        .list(
                                row ->
                                        new HoldCell(
                                                row.text("type"),
                                                row.bigint("quarter"),
                                                row.integer("holds"))),
                follows);
    }

    private static Cell cell(Row row) {
        return new Cell(
                row.text("status"),
                row.bigint("quarter"),
                row.flag("held"),
                row.integer("orders"),
                row.integer("lines"),
                row.integer("units"));
    }
}
