package io.fulfillx.backend.sync;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.backend.sync.api.JournalRow;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.RowSeal;
import io.fulfillx.model.sync.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
            where org_id = :org and station_id = :station and epoch = :epoch and last_n = :before
            """;
    private static final String ROW =
            """
            select command_id, verdict, code, row_hash from station_command
            where org_id = :org and station_id = :station and epoch = :epoch and n = :n
            """;
    private static final String KNOWN =
            """
            select command_id, verdict, code, row_hash from station_command
            where org_id = :org and command_id = any(cast(:ids as uuid[]))
            """;
    private static final String INSERT =
            """
            insert into station_command (org_id, command_id, station_id, epoch, n, operator_id,
              recorded_at, correlation_id, command, verdict, code, row_hash, prev_hash, signature)
            select :org, id, :station, :epoch, n, operator, at, correlation, command, verdict,
              code, hash, before, signature
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(id uuid, n bigint, operator uuid,
              at timestamptz, correlation text, command jsonb, verdict text, code text, hash text,
              before text, signature text)
            order by n
            """;

    private record NewRow(
            UUID id,
            long n,
            UUID operator,
            Instant at,
            String correlation,
            JsonNode command,
            Verdict verdict,
            @Nullable String code,
            @Nullable String hash,
            @Nullable String before,
            @Nullable String signature) {
        static NewRow of(Ruled ruled, String epoch) {
            JournalRow row = ruled.row();
            return new NewRow(
                    row.commandId().value(),
                    row.n(),
                    row.operatorId().value(),
                    row.recordedAt(),
                    row.correlationId(),
                    row.raw(),
                    ruled.verdict().verdict(),
                    ruled.verdict().code(),
                    row.hash(epoch).orElse(null),
                    row.seal().map(RowSeal::prevHash).orElse(null),
                    row.seal().map(RowSeal::signature).orElse(null));
        }
    }

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
    public void advance(
            Tx tx, StationId station, String epoch, Journal before, long n, @Nullable String hash) {
        long moved =
                journal(tx, ADVANCE, station, epoch)
                        .with("before", before.lastN())
                        .with("n", n)
                        .with("hash", hash)
                        .run();
        if (moved != 1) {
            throw new IllegalStateException("the journal of " + station + " was not locked");
        }
    }

    @Override
    public Optional<Stored> row(Tx tx, StationId station, String epoch, long n) {
        return journal(tx, ROW, station, epoch).with("n", n).find(JournalStore::stored);
    }

    @Override
    public Map<UUID, Stored> known(Tx tx, Collection<UUID> commands) {
        return tx.sql(KNOWN).withIds("ids", commands).list(JournalStore::stored).stream()
                .collect(Collectors.toMap(Stored::commandId, Function.identity()));
    }

    @Override
    public void insert(Tx tx, StationId station, String epoch, List<Ruled> rows) {
        journal(tx, INSERT, station, epoch)
                .withJson("rows", rows.stream().map(row -> NewRow.of(row, epoch)).toList())
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
