package io.fulfillx.desktop.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.RowBytes;
import io.fulfillx.model.sync.RowSeal;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.Verdict;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The journal: what was confirmed here, and what the server said to it. */
final class JournalTable {
    /** The public half of the key that signed all of it. */
    static final String KEY = "key";

    private static final String INSERT =
            "insert into journal(epoch, n, command_id, parcel_id, json, recorded_at, held,"
                    + " hash) values(?,?,?,?,?,?,?,?)";
    private static final String UNSENT =
            "select n, json from journal where epoch = ? and verdict is null and held = 0"
                    + " order by n limit ?";
    private static final String ANSWER =
            "update journal set verdict = ?, code = ?, answered_at = ?"
                    + " where epoch = ? and n = ? and verdict is null";
    private static final String PRUNE =
            "delete from journal where (epoch, n) in (select epoch, n from journal"
                    + " where verdict is not null and answered_at < ?"
                    + " and not (epoch = ? and n = ?) limit ?)";

    private final Sql sql;
    private final MetaTable meta;
    private final StationKey key;
    private final RandomGenerator random;

    JournalTable(Sql sql, MetaTable meta, StationKey key, RandomGenerator random) {
        this.random = random;
        this.sql = sql;
        this.meta = meta;
        this.key = key;
    }

    /**
     * Makes sure that there is an epoch and that all of it is signed by this key: what an earlier
     * program or another key left unanswered moves to a new one.
     *
     * @return whether the store had another key before
     */
    boolean begin() throws SQLException {
        Optional<String> known = meta.get(KEY);
        boolean another = known.isPresent() && !known.get().equals(key.publicKey());
        if (meta.get("epoch").isEmpty()) {
            meta.put("epoch", randomEpoch());
        } else if (known.isEmpty() || another) {
            startEpoch();
        }
        meta.put(KEY, key.publicKey());
        return another;
    }

    String epoch() throws SQLException {
        return meta.get("epoch").orElseThrow();
    }

    /** 64 random bits. */
    private String randomEpoch() {
        return HexFormat.of().toHexDigits(random.nextLong());
    }

    /** The hash of the newest row of the epoch. */
    String headHash() throws SQLException {
        return sql.first(
                        "select hash from journal where epoch = ? order by n desc limit 1",
                        row -> row.getString(1),
                        epoch())
                .orElse(RowBytes.GENESIS);
    }

    long lastN() throws SQLException {
        return sql.number("select coalesce(max(n), 0) from journal where epoch = ?", epoch());
    }

    long answeredUpTo() throws SQLException {
        return sql.number(
                "select coalesce(max(n), 0) from journal where epoch = ? and verdict is not null",
                epoch());
    }

    void append(CommandEnvelope envelope, boolean undoable) throws SQLException {
        sql.run("update journal set held = 0 where held = 1");
        insert(
                epoch(),
                Json.mapper().valueToTree(envelope),
                envelope.command() instanceof StationCommand.OnParcel act
                        ? act.parcelId().toString()
                        : "",
                undoable);
    }

    /** Chains the row to the newest one and signs it. */
    private void insert(String epoch, ObjectNode row, String parcelId, boolean undoable)
            throws SQLException {
        String before = headHash();
        RowBytes.Facts facts =
                new RowBytes.Facts(
                        row.path("n").longValue(),
                        CommandId.of(row.path("commandId").textValue()),
                        OperatorId.of(row.path("operatorId").textValue()),
                        Instant.parse(row.path("recordedAt").textValue()),
                        row.path("command"));
        byte[] bytes = RowBytes.of(epoch, before, facts);
        row.set("seal", Json.mapper().valueToTree(new RowSeal(before, key.sign(bytes))));
        sql.run(
                INSERT,
                epoch,
                facts.n(),
                facts.commandId(),
                parcelId,
                row.toString(),
                stamp(facts.recordedAt()),
                undoable ? 1 : 0,
                RowBytes.hash(bytes));
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
                    // One from the future is of a clock that was set back: it would wait for long.
                    "update journal set held = 0 where held = 1"
                            + " and (recorded_at < ? or recorded_at > ?)",
                    stamp(recordedBefore),
                    stamp(recordedBefore.plus(StationStore.UNDO_WINDOW)));
        }
    }

    CommandBatch unsent(int max) throws SQLException {
        String epoch = epoch();
        List<CommandEnvelope> rows =
                unsentRows(max).stream()
                        .map(row -> Json.read(row.json(), CommandEnvelope.class))
                        .toList();
        return new CommandBatch(epoch, rows);
    }

    /** What may be sent, each row as it was signed. */
    List<OutgoingJournal.Row> unsentRows(int max) throws SQLException {
        return sql.list(
                UNSENT,
                row -> new OutgoingJournal.Row(row.getLong(1), row.getString(2)),
                epoch(),
                max);
    }

    int answer(String epoch, CommandVerdict verdict, Instant at) throws SQLException {
        return sql.run(ANSWER, verdict.verdict(), verdict.code(), stamp(at), epoch, verdict.n());
    }

    /** The parcel that this row packed, be it under a plate; empty when it did something else. */
    Optional<ParcelId> packedBy(String epoch, long n) throws SQLException {
        return sql.first(
                "select parcel_id from journal where epoch = ? and n = ?"
                        + " and json_extract(json, '$.command.type')"
                        + " in ('parcel-packed', 'parcel-plated', 'parcel-numbered')",
                row -> ParcelId.of(row.getString(1)),
                epoch,
                n);
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
        List<Waiting> waiting =
                sql.list(
                        "select parcel_id, json from journal where epoch = ? and verdict is null"
                                + " order by n",
                        JournalTable::waiting,
                        old);
        sql.run("delete from journal where epoch = ? and verdict is null", old);
        startEpoch(waiting);
    }

    /**
     * Moves all that is kept to a new life of the journal, when some of it is of an earlier one.
     *
     * @return false when nothing is; nothing happened then
     */
    boolean gatherEpochs() throws SQLException {
        String old = epoch();
        if (sql.number("select exists(select 1 from journal where epoch <> ?)", old) == 0) {
            return false;
        }
        List<Waiting> waiting =
                sql.list(
                        "select parcel_id, json from journal"
                                + " order by epoch = ?, recorded_at, epoch, n",
                        JournalTable::waiting,
                        old);
        sql.run("delete from journal");
        startEpoch(waiting);
        return true;
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(row.getString(1), row.getString(2));
    }

    private void startEpoch(List<Waiting> waiting) throws SQLException {
        String fresh = randomEpoch();
        meta.put("epoch", fresh);
        long n = 0;
        for (Waiting row : waiting) {
            n++;
            // The tree, not the record: a field that only another release knows stays in it.
            ObjectNode json = (ObjectNode) Json.read(row.json(), JsonNode.class);
            insert(fresh, json.put("n", n), row.parcelId(), false);
        }
    }

    private record Waiting(String parcelId, String json) {}

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
