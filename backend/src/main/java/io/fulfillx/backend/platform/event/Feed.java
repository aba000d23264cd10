package io.fulfillx.backend.platform.event;

import io.fulfillx.backend.platform.sql.Tx;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What changed, in an order that no reader can miss anything of. The cursor is (transaction,
 * sequence) and a reader sees only what lies below every transaction still open; a plain sequence
 * would lose rows that commit late.
 */
public final class Feed implements FeedSource {
    /** Of the news that there are changes. */
    public static final String TOPIC = "feed";

    private static final String ADD =
            """
            insert into event (org_id, kind, subject_id, station_id)
            values (:org, :kind, :subject, :station)
            """;
    private static final String ADD_ALL =
            """
            insert into event (org_id, kind, subject_id, station_id)
            select :org, :kind, t.subject, t.station
            from rows from (jsonb_to_recordset(cast(:told as jsonb))
              as (subject uuid, station uuid)) with ordinality as t(subject, station, n)
            order by t.n
            """;
    private static final String READ =
            """
            select cast(xid as text) as xid, seq, kind, subject_id from event
            where org_id = :org and (xid, seq) > (cast(:xid as xid8), :seq)
              and xid < pg_snapshot_xmin(pg_current_snapshot())
              and (station_id is null or station_id = :station)
            order by event.xid, seq limit :limit
            """;
    private static final String READ_ALL =
            """
            select cast(xid as text) as xid, seq, kind, subject_id from event
            where org_id = :org and (xid, seq) > (cast(:xid as xid8), :seq)
              and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by event.xid, seq limit :limit
            """;

    /**
     * Another cluster, another database in it, or another history of it after a recovery: each is
     * an epoch of its own, because transactions are numbered anew.
     */
    private static final String HISTORY =
            """
            select cast(abs(hashtextextended(
              s.system_identifier || '/' || c.timeline_id || '/' || d.oid, 0)) as text) as epoch
            from pg_control_system() s, pg_control_checkpoint() c, pg_database d
            where d.datname = current_database()
            """;

    private static final String END =
            """
            select h.epoch, cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as xid
            from (%s) h
            """
                    .formatted(HISTORY);

    /** A place in the feed. The epoch changes when the database is restored elsewhere. */
    public record Cursor(String epoch, String xid, long seq) {
        /**
         * Whether this place may come behind that end of the feed: files of the database that were
         * put back count its transactions from an earlier one.
         */
        public boolean isBeyond(Cursor end) {
            return new BigInteger(xid).compareTo(new BigInteger(end.xid())) > 0;
        }

        /** Reads a cursor; empty when it is none. */
        public static Optional<Cursor> find(String text) {
            String[] parts = text.split(":");
            return parts.length == 3 && text.matches("[0-9]{1,20}:[0-9]{1,20}:[0-9]{1,18}")
                    ? Optional.of(new Cursor(parts[0], parts[1], Long.parseLong(parts[2])))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return epoch + ":" + xid + ":" + seq;
        }
    }

    /** One change: something of this kind is different now. */
    public record Change(Cursor cursor, String kind, UUID subject) {}

    /**
     * @param station whom it concerns; null for every station of the organisation
     */
    public void add(Tx tx, String kind, UUID subject, @Nullable UUID station) {
        tx.sql(ADD).with("kind", kind).with("subject", subject).with("station", station).run();
        tx.wakeAfterCommit(TOPIC);
    }

    /**
     * What changed.
     *
     * @param station whom it concerns; null for every station of the organisation
     */
    public record Told(UUID subject, @Nullable UUID station) {}

    /** Many changes of one kind that concern every station, in their order. */
    public void addAll(Tx tx, String kind, Collection<UUID> subjects) {
        addAll(tx, kind, subjects.stream().map(subject -> new Told(subject, null)).toList());
    }

    /** Many changes of one kind, in their order. */
    public void addAll(Tx tx, String kind, List<Told> told) {
        if (!told.isEmpty()) {
            tx.sql(ADD_ALL).with("kind", kind).withJson("told", told).run();
            tx.wakeAfterCommit(TOPIC);
        }
    }

    /** The beginning of the current epoch. */
    public Cursor start(Tx tx) {
        return tx.sql(HISTORY).get(row -> new Cursor(row.text("epoch"), "0", 0));
    }

    @Override
    public Cursor end(Tx tx) {
        return tx.sql(END).get(row -> new Cursor(row.text("epoch"), row.text("xid"), 0));
    }

    @Override
    public List<Change> read(Tx tx, Cursor after, UUID station, int limit) {
        return changes(tx.sql(READ).with("station", station), after, limit);
    }

    /** All changes, whomever they concern. */
    public List<Change> all(Tx tx, Cursor after, int limit) {
        return changes(tx.sql(READ_ALL), after, limit);
    }

    private static List<Change> changes(Tx.Statement statement, Cursor after, int limit) {
        return statement
                .with("xid", after.xid())
                .with("seq", after.seq())
                .with("limit", limit)
                .list(
                        row ->
                                new Change(
                                        new Cursor(
                                                after.epoch(), row.text("xid"), row.bigint("seq")),
                                        row.text("kind"),
                                        row.uuid("subject_id")));
    }
}
