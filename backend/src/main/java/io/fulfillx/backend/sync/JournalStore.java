package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.Verdict;

import java.util.Optional;
import java.util.UUID;

/** The server's copy of the stations' journals. */
final class JournalStore {
    private static final String OPEN =
            """
            insert into station_journal (org_id, station_id, epoch) values (:org, :station, :epoch)
            on conflict do nothing
            """;
    private static final String LOCK =
            """
            select last_n from station_journal
            where org_id = :org and station_id = :station and epoch = :epoch for update
            """;
    private static final String LAST =
            """
            select last_n from station_journal
            where org_id = :org and station_id = :station and epoch = :epoch
            """;
    private static final String ADVANCE =
            """
            update station_journal set last_n = :n
            where org_id = :org and station_id = :station and epoch = :epoch
            """;
    private static final String FIND =
            """
            select command_id, verdict, code from station_command
            where org_id = :org and station_id = :station and epoch = :epoch and n = :n
            """;
    private static final String KNOWN =
            """
            select command_id, verdict, code from station_command
            where org_id = :org and command_id = :id
            """;
    private static final String INSERT =
            """
            insert into station_command (org_id, command_id, station_id, epoch, n, operator_id,
              recorded_at, correlation_id, command, verdict, code)
            values (:org, :id, :station, :epoch, :n, :operator, :at, :correlation,
              cast(:command as jsonb), :verdict, :code)
            """;

    /** One row of the journal and what was said about it. */
    record Stored(UUID commandId, Verdict verdict, String code) {
        /** What a repeat of the row is told. */
        CommandVerdict again(long n) {
            return verdict == Verdict.APPLIED
                    ? new CommandVerdict(n, Verdict.ALREADY_APPLIED, null)
                    : new CommandVerdict(n, verdict, code.isEmpty() ? null : code);
        }
    }

    /** The last row the server holds; others who write to the same journal wait. */
    long lock(Tx tx, StationId station, String epoch) {
        journal(tx, OPEN, station, epoch).run();
        return journal(tx, LOCK, station, epoch).get(row -> row.bigint("last_n"));
    }

    long last(Tx tx, StationId station, String epoch) {
        return journal(tx, LAST, station, epoch).find(row -> row.bigint("last_n")).orElse(0L);
    }

    void advance(Tx tx, StationId station, String epoch, long n) {
        journal(tx, ADVANCE, station, epoch).with("n", n).run();
    }

    Optional<Stored> find(Tx tx, StationId station, String epoch, long n) {
        return journal(tx, FIND, station, epoch).with("n", n).find(JournalStore::stored);
    }

    /** The same act under whatever journal it came first. */
    Optional<Stored> known(Tx tx, UUID command) {
        return tx.sql(KNOWN).with("id", command).find(JournalStore::stored);
    }

    void insert(Tx tx, StationId station, String epoch, JournalRow row, CommandVerdict verdict) {
        journal(tx, INSERT, station, epoch)
                .with("id", row.commandId().value())
                .with("n", row.n())
                .with("operator", row.operatorId().value())
                .with("at", row.recordedAt())
                .with("correlation", row.correlationId())
                .with("command", row.raw())
                .with("verdict", verdict.verdict().name())
                .with("code", verdict.code())
                .run();
    }

    private static Tx.Statement journal(Tx tx, String sql, StationId station, String epoch) {
        return tx.sql(sql).with("station", station.value()).with("epoch", epoch);
    }

    private static Stored stored(Row row) {
        String code = row.textOrNull("code");
        return new Stored(
                row.uuid("command_id"),
                Verdict.valueOf(row.text("verdict")),
                code == null ? "" : code);
    }
}
