package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.backend.sync.api.JournalRow;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.RowSeal;
import io.fulfillx.model.sync.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** The server's copy of the stations' journals. */
final class JournalStore implements JournalBook {
    private static final String OPEN =
            """
            insert into station_journal (org_id, station_id, epoch) values (:org, :station, :epoch)
            on conflict do nothing
            """;
    private static final String BEGIN =
            """
            insert into station_journal (org_id, station_id, epoch, machine)
            values (:org, :station, :epoch, :machine)
            on conflict (org_id, station_id, epoch) do update set machine = :machine
            """;
    private static final String JOURNAL =
            """
            select last_n, head_hash, machine, burned from station_journal
            where org_id = :org and station_id = :station and epoch = :epoch
            """;
    private static final String LOCK = JOURNAL + " for update";
    private static final String BURN =
            """
            update station_journal set burned = :why, burned_at = now()
            where org_id = :org and station_id = :station and epoch = :epoch and burned is null
            """;
    private static final String ADVANCE =
            """
            update station_journal set last_n = :n, head_hash = :hash
            where org_id = :org and station_id = :station and epoch = :epoch
            """;
    private static final String ROW =
            """
            select command_id, verdict, code, row_hash from station_command
            where org_id = :org and station_id = :station and epoch = :epoch and n = :n
            """;
    private static final String KNOWN =
            """
            select command_id, verdict, code, row_hash from station_command
            where org_id = :org and command_id = :id
            """;
    private static final String INSERT =
            """
            insert into station_command (org_id, command_id, station_id, epoch, n, operator_id,
              recorded_at, correlation_id, command, verdict, code, row_hash, prev_hash, signature)
            values (:org, :id, :station, :epoch, :n, :operator, :at, :correlation,
              cast(:command as jsonb), :verdict, :code, :hash, :before, :signature)
            """;

    @Override
    public Journal lock(Tx tx, StationId station, String epoch) {
        journal(tx, OPEN, station, epoch).run();
        return journal(tx, LOCK, station, epoch).get(JournalStore::journal);
    }

    @Override
    public Optional<Journal> find(Tx tx, StationId station, String epoch) {
        return journal(tx, JOURNAL, station, epoch).find(JournalStore::journal);
    }

    @Override
    public void begin(Tx tx, StationId station, String epoch, String machine) {
        journal(tx, BEGIN, station, epoch).with("machine", machine).run();
    }

    @Override
    public void burn(Tx tx, StationId station, String epoch, String why) {
        journal(tx, BURN, station, epoch).with("why", why).run();
    }

    @Override
    public void advance(Tx tx, StationId station, String epoch, long n, @Nullable String hash) {
        journal(tx, ADVANCE, station, epoch).with("n", n).with("hash", hash).run();
    }

    @Override
    public Optional<Stored> row(Tx tx, StationId station, String epoch, long n) {
        return journal(tx, ROW, station, epoch).with("n", n).find(JournalStore::stored);
    }

    @Override
    public Optional<Stored> known(Tx tx, UUID command) {
        return tx.sql(KNOWN).with("id", command).find(JournalStore::stored);
    }

    @Override
    public void insert(
            Tx tx, StationId station, String epoch, JournalRow row, CommandVerdict verdict) {
        journal(tx, INSERT, station, epoch)
                .with("id", row.commandId().value())
                .with("n", row.n())
                .with("operator", row.operatorId().value())
                .with("at", row.recordedAt())
                .with("correlation", row.correlationId())
                .withJson("command", row.raw())
                .with("verdict", verdict.verdict().name())
                .with("code", verdict.code())
                .with("hash", row.hash(epoch).orElse(null))
                .with("before", row.seal().map(RowSeal::prevHash).orElse(null))
                .with("signature", row.seal().map(RowSeal::signature).orElse(null))
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
                code == null ? "" : code,
                row.textOrNull("row_hash"));
    }

    private static Journal journal(Row row) {
        String head = row.textOrNull("head_hash");
        String machine = row.textOrNull("machine");
        return new Journal(
                row.bigint("last_n"),
                head == null ? "" : head,
                machine == null ? "" : machine,
                row.textOrNull("burned"));
    }
}
