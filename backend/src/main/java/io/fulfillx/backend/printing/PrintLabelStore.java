package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Labels of batches, as people ask for them. */
final class PrintLabelStore {
    static final String SELECT =
            """
            select l.print_label_id, l.print_batch_id, l.seq, l.parcel_id, l.tracking_number,
              l.printer_id, l.move_to, l.state, l.copy, l.job_id, l.attempts, l.evidence, l.reason,
              l.asked_by, l.asked_reason, l.changed_at
            from print_batch_label l where l.org_id = :org
            """;
    private static final String LOCK =
            SELECT + "and l.print_batch_id = :batch and l.print_label_id = :id for update";
    private static final String LIST =
            SELECT
                    + """
                    and l.print_batch_id = :batch
                    and (cast(:state as text) is null or l.state = :state)
                    and (cast(:after as uuid) is null or l.seq > (
                      select a.seq from print_batch_label a
                      where a.org_id = :org and a.print_label_id = :after))
                    order by l.seq limit :limit
                    """;
    private static final String NEWEST =
            SELECT
                    + """
                    and l.print_label_id in (
                      select distinct on (n.parcel_id) n.print_label_id from print_batch_label n
                      where n.org_id = :org and n.parcel_id = any(cast(:parcels as uuid[]))
                        and n.state <> 'NOT_PRINTED'
                      order by n.parcel_id, n.print_label_id desc)
                    """;
    private static final String INSERT =
            """
            insert into print_batch_label (org_id, print_label_id, print_batch_id, seq, parcel_id,
              tracking_number, printer_id, copy, asked_by, asked_reason, changed_at)
            values (:org, :id, :batch, :seq, :parcel, :tracking, :printer, :copy, :by, :why, :now)
            """;
    private static final String END =
            """
            update print_batch_label set state = :state, evidence = :evidence, reason = :reason,
              queued = false, move_to = null, changed_at = :now
            where org_id = :org and print_label_id = :id
            """;
    private static final String AGAIN =
            """
            update print_batch_label set state = 'WAITING', queued = false, attempts = :attempts,
              printer_id = :printer, move_to = null, copy = :copy, asked_by = :by,
              asked_reason = :why, evidence = '', reason = :reason, changed_at = :now
            where org_id = :org and print_label_id = :id
            """;
    private static final String MOVE =
            """
            update print_batch_label set
              printer_id = case when queued then printer_id else cast(:target as uuid) end,
              move_to = case when queued then cast(:target as uuid) end, changed_at = :now
            where org_id = :org and print_batch_id = :batch and state in ('WAITING', 'SENT')
              and (printer_id = :source or move_to = :source)
            """;
    private static final String GIVE_UP =
            """
            update print_batch_label set state = 'NOT_PRINTED', reason = :reason, changed_at = :now
            where org_id = :org and print_batch_id = :batch and state = 'WAITING' and not queued
            """;

    Optional<PrintLabel> lock(Tx tx, UUID batch, UUID id) {
        return tx.sql(LOCK).with("batch", batch).with("id", id).find(PrintLabelStore::label);
    }

    /** In the batch's order. */
    List<PrintLabel> list(
            Tx tx, UUID batch, @Nullable PrintLabelState state, @Nullable UUID after, int limit) {
        return tx.sql(LIST)
                .with("batch", batch)
                .with("state", state == null ? null : state.name())
                .with("after", after)
                .with("limit", limit)
                .list(PrintLabelStore::label);
    }

    Optional<PrintLabel> newest(Tx tx, ParcelId parcel) {
        return newest(tx, List.of(parcel)).stream().findFirst();
    }

    /** The parcels' newest labels that are on paper, or may be, or are about to be. */
    List<PrintLabel> newest(Tx tx, Collection<ParcelId> parcels) {
        return tx.sql(NEWEST)
                .withIds("parcels", parcels.stream().map(ParcelId::value).toList())
                .list(PrintLabelStore::label);
    }

    void insert(Tx tx, PrintLabel label) {
        tx.sql(INSERT)
                .with("id", label.printLabelId())
                .with("batch", label.printBatchId())
                .with("seq", label.seq())
                .with("parcel", label.parcelId().value())
                .with("tracking", label.trackingNumber().value())
                .with("printer", label.printerId())
                .with("copy", label.copy())
                .with("by", label.askedBy())
                .with("why", label.askedReason())
                .with("now", label.changedAt())
                .run();
    }

    void end(Tx tx, UUID id, PrintLabelState state, String evidence, String reason, Instant now) {
        tx.sql(END)
                .with("id", id)
                .with("state", state.name())
                .with("evidence", evidence)
                .with("reason", reason)
                .with("now", now)
                .run();
    }

    /** Puts the label back into its place, as the record says. */
    void again(Tx tx, PrintLabel label, Instant now) {
        tx.sql(AGAIN)
                .with("id", label.printLabelId())
                .with("printer", label.printerId())
                .with("attempts", label.attempts())
                .with("copy", label.copy())
                .with("by", label.askedBy())
                .with("why", label.askedReason())
                .with("reason", label.reason())
                .with("now", now)
                .run();
    }

    /** What stands in the queue of a printer follows as soon as that has given it back. */
    long move(Tx tx, UUID batch, UUID source, UUID target, Instant now) {
        return tx.sql(MOVE)
                .with("batch", batch)
                .with("source", source)
                .with("target", target)
                .with("now", now)
                .run();
    }

    /** Ends what waits and stands in no printer's queue. */
    void giveUp(Tx tx, UUID batch, String reason, Instant now) {
        tx.sql(GIVE_UP).with("batch", batch).with("reason", reason).with("now", now).run();
    }

    static PrintLabel label(Row row) {
        return new PrintLabel(
                row.uuid("print_label_id"),
                row.uuid("print_batch_id"),
                row.integer("seq"),
                new ParcelId(row.uuid("parcel_id")),
                new TrackingNumber(row.text("tracking_number")),
                row.uuid("printer_id"),
                row.uuidOrNull("move_to"),
                PrintLabelState.valueOf(row.text("state")),
                row.integer("copy"),
                row.uuidOrNull("job_id"),
                row.integer("attempts"),
                row.text("evidence"),
                row.text("reason"),
                row.textOrNull("asked_by"),
                row.textOrNull("asked_reason"),
                row.instant("changed_at"));
    }
}
