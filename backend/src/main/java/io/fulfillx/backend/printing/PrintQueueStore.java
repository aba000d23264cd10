package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.printing.queue.PrintIntent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Labels on their way through the queue of one printer, and the journal of what left. */
final class PrintQueueStore {
    private static final String NEXT =
            PrintLabelStore.SELECT
                    + """
                    and l.printer_id = :printer and l.state = 'WAITING' and not l.queued
                    and exists (select 1 from print_batch b where b.org_id = l.org_id
                      and b.print_batch_id = l.print_batch_id and b.state = 'RUNNING')
                    order by l.print_batch_id, l.seq limit :limit for update skip locked
                    """;
    private static final String QUEUED =
            """
            update print_batch_label set queued = true, job_id = :job
            where org_id = :org and print_label_id = :id
            """;
    private static final String WANTED_BACK =
            PrintLabelStore.SELECT
                    + """
                    and l.printer_id = :printer and l.state in ('WAITING', 'SENT') and l.queued
                    and (l.move_to is not null or exists (
                      select 1 from print_batch b where b.org_id = l.org_id
                        and b.print_batch_id = l.print_batch_id and b.state <> 'RUNNING'))
                    for update
                    """;
    private static final String BACK =
            """
            update print_batch_label set state = 'WAITING', queued = false,
              printer_id = coalesce(move_to, printer_id), move_to = null
            where org_id = :org and print_label_id = :id
            """;
    private static final String ALL_BACK =
            """
            update print_batch_label set queued = false,
              printer_id = coalesce(move_to, printer_id), move_to = null
            where org_id = :org and printer_id = :printer and state = 'WAITING' and queued
            """;
    private static final String GIVE_UP_CANCELLED =
            """
            update print_batch_label l set state = 'NOT_PRINTED', reason = 'cancelled',
              changed_at = :now
            from print_batch b
            where l.org_id = :org and l.state = 'WAITING' and not l.queued
              and l.printer_id = :printer
              and b.org_id = l.org_id and b.print_batch_id = l.print_batch_id
              and b.state = 'CANCELLED'
            """;
    private static final String LEAVES =
            """
            update print_batch_label set state = 'SENT', changed_at = :now
            where org_id = :org and job_id = :job and state in ('WAITING', 'SENT') and queued
            """;
    private static final String OF_JOB = PrintLabelStore.SELECT + "and l.job_id = :job for update";
    private static final String INTEND =
            """
            insert into print_journal (org_id, job_id, print_label_id, printer_id, address, copy,
              sequence, count_before, labels, asked_by, asked_reason, intended_at)
            select org_id, job_id, print_label_id, printer_id, :address, copy,
              :sequence, cast(:count as bigint), :labels, asked_by, asked_reason, :now
            from print_batch_label where org_id = :org and job_id = :job
            on conflict (org_id, job_id) do update set sequence = excluded.sequence,
              count_before = excluded.count_before, intended_at = excluded.intended_at
            """;
    private static final String CLOSE =
            """
            update print_journal set state = :state, detail = :detail, ended_at = :now
            where org_id = :org and job_id = :job and state = 'OPEN'
            """;
    private static final String CORRECT =
            """
            update print_journal set state = :state, detail = :detail, ended_at = :now
            where org_id = :org and job_id = :job and state = 'UNKNOWN'
            """;
    private static final String OPEN =
            """
            select job_id, address, copy, sequence, count_before, labels from print_journal
            where org_id = :org and printer_id = :printer and state = 'OPEN'
            order by intended_at, sequence
            """;

    /**
     * A print whose end nobody has heard of.
     *
     * @param countBefore null when the printer keeps no count
     */
    record OpenPrint(
            UUID jobId,
            String address,
            int copy,
            long sequence,
            @Nullable Long countBefore,
            int labels) {}

    /** The next labels of running batches, in order; locked. */
    List<PrintLabel> next(Tx tx, UUID printer, int limit) {
        return tx.sql(NEXT)
                .with("printer", printer)
                .with("limit", limit)
                .list(PrintLabelStore::label);
    }

    void queued(Tx tx, UUID label, UUID job) {
        tx.sql(QUEUED).with("id", label).with("job", job).run();
    }

    /** Labels in the printer's queue that shall not leave now. */
    List<PrintLabel> wantedBack(Tx tx, UUID printer) {
        return tx.sql(WANTED_BACK).with("printer", printer).list(PrintLabelStore::label);
    }

    /** The label is out of the printer's queue. */
    void back(Tx tx, UUID label) {
        tx.sql(BACK).with("id", label).run();
    }

    /** Nothing stands in the printer's queue any more. */
    void allBack(Tx tx, UUID printer) {
        tx.sql(ALL_BACK).with("printer", printer).run();
    }

    void giveUpCancelled(Tx tx, UUID printer, Instant now) {
        tx.sql(GIVE_UP_CANCELLED).with("printer", printer).with("now", now).run();
    }

    /**
     * Writes down that a label begins to leave.
     *
     * @return false when the job is none of the printer's any more
     */
    boolean intend(Tx tx, PrintIntent intent, Instant now) {
        UUID job = intent.job().jobId();
        if (tx.sql(LEAVES).with("job", job).with("now", now).run() != 1) {
            return false;
        }
        Long count = intent.countBefore();
        return tx.sql(INTEND)
                        .with("job", job)
                        .with("address", intent.printer())
                        .with("sequence", intent.sequence())
                        .with("count", count == null ? null : count.toString())
                        .with("labels", intent.labels())
                        .with("now", now)
                        .run()
                == 1;
    }

    /** False when there was no open intent of that job. */
    boolean close(Tx tx, UUID job, PrintLabelState end, String detail, Instant now) {
        return run(tx, CLOSE, job, end, detail, now);
    }

    /** A person has looked at what was unknown. */
    void correct(Tx tx, UUID job, PrintLabelState end, String detail, Instant now) {
        boolean _ = run(tx, CORRECT, job, end, detail, now);
    }

    private static boolean run(
            Tx tx, String sql, UUID job, PrintLabelState end, String detail, Instant now) {
        return tx.sql(sql)
                        .with("job", job)
                        .with("state", end.name())
                        .with("detail", detail)
                        .with("now", now)
                        .run()
                == 1;
    }

    Optional<PrintLabel> ofJob(Tx tx, UUID job) {
        return tx.sql(OF_JOB).with("job", job).find(PrintLabelStore::label);
    }

    List<OpenPrint> open(Tx tx, UUID printer) {
        return tx.sql(OPEN).with("printer", printer).list(PrintQueueStore::openPrint);
    }

    private static OpenPrint openPrint(Row row) {
        String count = row.textOrNull("count_before");
        return new OpenPrint(
                row.uuid("job_id"),
                row.text("address"),
                row.integer("copy"),
                row.bigint("sequence"),
                count == null ? null : Long.valueOf(count),
                row.integer("labels"));
    }
}
