package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.WaveId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class PrintBatchStore {
    private static final String SELECT =
            """
            select print_batch_id, wave_id, state, created_by, created_at, finished_at
            from print_batch where org_id = :org
            """;
    private static final String FIND = SELECT + "and print_batch_id = :id";
    private static final String LOCK = FIND + " for update";
    private static final String LIST =
            SELECT
                    + """
                    and (cast(:wave as uuid) is null or wave_id = :wave)
                    and (cast(:before as uuid) is null or print_batch_id < :before)
                    order by print_batch_id desc limit :limit
                    """;
    private static final String INSERT =
            """
            insert into print_batch (org_id, print_batch_id, wave_id, state, created_by, created_at)
            values (:org, :id, :wave, 'RUNNING', :by, :now)
            """;
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended(:wave, 0))";
    private static final String STATE =
            """
            update print_batch set state = :state, finished_at = :finished
            where org_id = :org and print_batch_id = :id
            """;
    private static final String FINISH =
            """
            update print_batch b set state = 'DONE', finished_at = :now
            where b.org_id = :org and b.state in ('RUNNING', 'PAUSED')
              and not exists (select 1 from print_batch_label l
                where l.org_id = b.org_id and l.print_batch_id = b.print_batch_id
                  and l.state in ('WAITING', 'SENT'))
            """;
    private static final String COUNTS =
            """
            select count(*) as labels,
              count(*) filter (where state = 'WAITING') as waiting,
              count(*) filter (where state = 'SENT') as sent,
              count(*) filter (where state = 'PRINTED') as printed,
              count(*) filter (where state = 'REPRINTED') as reprinted,
              count(*) filter (where state = 'NOT_PRINTED') as not_printed,
              count(*) filter (where state = 'UNKNOWN') as unknown
            from print_batch_label where org_id = :org and print_batch_id = :id
            """;
    private static final String SHEETS =
            """
            select count(*) as sheets from print_journal j
            join print_batch_label l on l.org_id = j.org_id
              and l.print_label_id = j.print_label_id
            where j.org_id = :org and l.print_batch_id = :id and j.state = 'PRINTED'
            """;
    private static final String SHARES =
            """
            select printer_id, count(*) as labels,
              count(*) filter (where state in ('WAITING', 'SENT')) as open
            from print_batch_label where org_id = :org and print_batch_id = :id
            group by printer_id order by min(seq)
            """;

    /** How many labels stand where; the last five are the final account. */
    record Counts(
            int labels,
            int waiting,
            int sent,
            int printed,
            int reprinted,
            int notPrinted,
            int unknown) {}

    /**
     * A printer's part of a batch.
     *
     * @param open labels without an end
     */
    record Share(UUID printerId, int labels, int open) {}

    Optional<PrintBatchRecord> find(Tx tx, UUID id) {
        return tx.sql(FIND).with("id", id).find(PrintBatchStore::batch);
    }

    Optional<PrintBatchRecord> lock(Tx tx, UUID id) {
        return tx.sql(LOCK).with("id", id).find(PrintBatchStore::batch);
    }

    /** Newest first. */
    List<PrintBatchRecord> list(Tx tx, @Nullable UUID wave, @Nullable UUID before, int limit) {
        return tx.sql(LIST)
                .with("wave", wave)
                .with("before", before)
                .with("limit", limit)
                .list(PrintBatchStore::batch);
    }

    /** Keeps everybody else from beginning a batch of that wave until this transaction ends. */
    void oneAtATime(Tx tx, WaveId wave) {
        var _ = tx.sql(ONE_AT_A_TIME).with("wave", wave.toString()).list(_ -> true);
    }

    void insert(Tx tx, PrintBatchRecord batch) {
        tx.sql(INSERT)
                .with("id", batch.printBatchId())
                .with("wave", batch.waveId().value())
                .with("by", batch.createdBy())
                .with("now", batch.createdAt())
                .run();
    }

    void state(Tx tx, UUID id, PrintBatchState state, @Nullable Instant finished) {
        tx.sql(STATE).with("id", id).with("state", state.name()).with("finished", finished).run();
    }

    /** Batches are done when none of their labels waits any more. */
    void finish(Tx tx, Instant now) {
        tx.sql(FINISH).with("now", now).run();
    }

    Counts counts(Tx tx, UUID id) {
        return tx.sql(COUNTS)
                .with("id", id)
                .get(
                        row ->
                                new Counts(
                                        row.integer("labels"),
                                        row.integer("waiting"),
                                        row.integer("sent"),
                                        row.integer("printed"),
                                        row.integer("reprinted"),
                                        row.integer("not_printed"),
                                        row.integer("unknown")));
    }

    /** Sheets of this batch that are on paper, further sheets of the same label included. */
    int sheets(Tx tx, UUID id) {
        return tx.sql(SHEETS).with("id", id).get(row -> row.integer("sheets"));
    }

    List<Share> shares(Tx tx, UUID id) {
        return tx.sql(SHARES)
                .with("id", id)
                .list(
                        row ->
                                new Share(
                                        row.uuid("printer_id"),
                                        row.integer("labels"),
                                        row.integer("open")));
    }

    private static PrintBatchRecord batch(Row row) {
        return new PrintBatchRecord(
                row.uuid("print_batch_id"),
                new WaveId(row.uuid("wave_id")),
                PrintBatchState.valueOf(row.text("state")),
                row.text("created_by"),
                row.instant("created_at"),
                row.instantOrNull("finished_at"));
    }
}
