package io.fulfillx.desktop.store;

import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.Verdict;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The journal: what was confirmed here, and what the server said to it. */
final class JournalTable {
    private static final String INSERT =
            "insert into journal(epoch, n, command_id, parcel_id, json, recorded_at, held)"
                    + " values(?,?,?,?,?,?,?)";
    private static final String UNSENT =
            "select json from journal where epoch = ? and verdict is null and held = 0"
                    + " order by n limit ?";
    private static final String ANSWER =
            "update journal set verdict = ?, code = ?, answered_at = ?"
                    + " where epoch = ? and n = ? and verdict is null";
    private static final String PRUNE =
            "delete from journal where (epoch, n) in (select epoch, n from journal"
                    + " where verdict is not null and answered_at < ?"
                    + " and not (epoch = ? and n = ?) limit ?)";

    private final Sql sql;

    JournalTable(Sql sql) {
        this.sql = sql;
    }

    String epoch() throws SQLException {
        return sql.first("select value from meta where key = 'epoch'", row -> row.getString(1))
                .orElseThrow();
    }

    long lastN() throws SQLException {
        return sql.number("select coalesce(max(n), 0) from journal where epoch = ?", epoch());
    }

    void append(CommandEnvelope envelope, boolean undoable) throws SQLException {
        sql.run("update journal set held = 0 where held = 1");
        sql.run(
                INSERT,
                epoch(),
                envelope.n(),
                envelope.commandId(),
                envelope.command().parcelId(),
                Json.text(envelope),
                stamp(envelope.recordedAt()),
                undoable ? 1 : 0);
    }

    /** Whether the newest row may still be taken back. */
    boolean holding() throws SQLException {
        return sql.number("select exists(select 1 from journal where held = 1)") == 1;
    }

    /** Takes the newest row back, if nothing came after it and it never left. */
    boolean takeBack(CommandId commandId) throws SQLException {
        return sql.run(
                        "delete from journal where command_id = ? and held = 1 and verdict is null",
                        commandId)
                == 1;
    }

    void release(@Nullable Instant recordedBefore) throws SQLException {
        if (recordedBefore == null) {
            sql.run("update journal set held = 0 where held = 1");
        } else {
            sql.run(
                    "update journal set held = 0 where held = 1 and recorded_at < ?",
                    stamp(recordedBefore));
        }
    }

    CommandBatch unsent(int max) throws SQLException {
        String epoch = epoch();
        List<CommandEnvelope> rows =
                sql.list(
                        UNSENT,
                        row -> Json.read(row.getString(1), CommandEnvelope.class),
                        epoch,
                        max);
        return new CommandBatch(epoch, rows);
    }

    int answer(String epoch, CommandVerdict verdict, Instant at) throws SQLException {
        return sql.run(ANSWER, verdict.verdict(), verdict.code(), stamp(at), epoch, verdict.n());
    }

    /** Rows the server says it holds although its answer was lost: they were applied. */
    int answerUpTo(String epoch, long n, Instant at) throws SQLException {
        return sql.run(
                "update journal set verdict = ?, answered_at = ?"
                        + " where epoch = ? and n <= ? and verdict is null and held = 0",
                Verdict.ALREADY_APPLIED,
                stamp(at),
                epoch,
                n);
    }

    /** Moves what the server has not answered to a new life of the journal, numbered from 1. */
    void startEpoch() throws SQLException {
        String old = epoch();
        String fresh = UUID.randomUUID().toString();
        List<CommandEnvelope> waiting =
                sql.list(
                        "select json from journal where epoch = ? and verdict is null order by n",
                        row -> Json.read(row.getString(1), CommandEnvelope.class),
                        old);
        sql.run("delete from journal where epoch = ? and verdict is null", old);
        sql.run("update meta set value = ? where key = 'epoch'", fresh);
        long n = 0;
        for (CommandEnvelope row : waiting) {
            n++;
            append(
                    new CommandEnvelope(
                            n,
                            row.commandId(),
                            row.operatorId(),
                            row.recordedAt(),
                            row.correlationId(),
                            row.command()),
                    false);
        }
    }

    /** Rows already pruned cannot be sent again: what is left then starts a new epoch. */
    void sendAgainAfter(String epoch, long n) throws SQLException {
        sql.run(
                "update journal set verdict = null, code = null, answered_at = null"
                        + " where epoch = ? and n > ? and verdict is not null",
                epoch,
                n);
        long first =
                sql.number(
                        "select coalesce(min(n), 0) from journal where epoch = ? and n > ?",
                        epoch,
                        n);
        if (first > n + 1) {
            startEpoch();
        }
    }

    JournalCount count() throws SQLException {
        // The oldest is the first one: both answers come off the index of unanswered rows.
        int unsent = (int) sql.number("select count(*) from journal where verdict is null");
        Optional<Instant> oldest =
                sql.first(
                        "select recorded_at from journal where verdict is null"
                                + " order by epoch, n limit 1",
                        row -> Instant.parse(row.getString(1)));
        return new JournalCount(unsent, oldest.orElse(null));
    }

    boolean unsentFor(ParcelId parcelId) throws SQLException {
        return sql.number(
                        "select exists(select 1 from journal"
                                + " where parcel_id = ? and verdict is null)",
                        parcelId)
                == 1;
    }

    /** The newest row of the epoch stays: the next number is counted from it. */
    int prune(Instant before, int max) throws SQLException {
        return sql.run(PRUNE, stamp(before), epoch(), lastN(), max);
    }

    /** Fixed width, so that text order is time order. */
    static String stamp(Instant at) {
        return String.format("%1$tFT%1$tT.%1$tLZ", at.atZone(java.time.ZoneOffset.UTC));
    }
}
