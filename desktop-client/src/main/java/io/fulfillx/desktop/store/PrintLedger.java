package io.fulfillx.desktop.store;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.station.LabelOnPaper;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.StationCommand;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The attempts to print, on the disk and, for the jobs at hand, in memory too: every scan asks for
 * them, and must not wait for somebody else's commit to learn the answer.
 */
final class PrintLedger {
    private final StoreLock lock;
    private final PrintTable table;
    private final Clock clock;
    private final Map<ParcelId, List<PrintRow>> known = new ConcurrentHashMap<>();

    PrintLedger(StoreLock lock, PrintTable table, Clock clock) throws SQLException {
        this.lock = lock;
        this.table = table;
        this.clock = clock;
        this.known.putAll(table.ofJobs());
    }

    void intent(PrintRow row) {
        lock.commit(
                _ -> {
                    table.intent(row);
                    return table.of(row.parcelId());
                },
                this::remember);
    }

    void outcome(UUID jobId, PrintRow.Outcome outcome, String detail) {
        lock.commit(
                _ -> {
                    table.outcome(jobId, outcome, detail, clock.instant());
                    return table.besides(jobId);
                },
                this::remember);
    }

    void sent(UUID jobId) {
        lock.change(_ -> table.sent(jobId));
    }

    /** Inside a commit: whether the server hears of this sheet for the first time. */
    boolean firstReport(StationCommand.LabelPrinted sheet) throws SQLException {
        return table.firstReport(sheet);
    }

    /** Inside a commit: sheets of our own printers that the server should hear of. */
    List<StationCommand> unreported() throws SQLException {
        List<StationCommand> sheets = new ArrayList<>();
        for (PrintRow row : table.unreported()) {
            if (!ServerSheet.untouched(row)) {
                sheets.add(row.asCommand());
            }
        }
        return sheets;
    }

    /** Inside a commit; call {@link #remember} after it. */
    List<PrintRow> write(StationChange.PrintAnswer answer) throws SQLException {
        table.outcome(
                answer.jobId(),
                answer.printed() ? PrintRow.Outcome.PRINTED : PrintRow.Outcome.NOT_PRINTED,
                answer.evidence(),
                clock.instant());
        table.inHand(answer.jobId());
        return table.besides(answer.jobId());
    }

    /** Inside a commit: what the server says of sheets of its own printers. */
    void hear(PackJob job) throws SQLException {
        LabelOnPaper sheet = job.onPaper();
        LabelDocument label = job.label();
        if (sheet != null && label != null) {
            table.serverSheet(ServerSheet.row(job, label.trackingNumber(), sheet, clock.instant()));
            remember(table.of(job.parcelId()));
            return;
        }
        for (PrintRow row : of(job.parcelId(), true)) {
            if (ServerSheet.untouched(row)) {
                table.outcome(
                        row.jobId(),
                        PrintRow.Outcome.NOT_PRINTED,
                        "the server called it back",
                        clock.instant());
                remember(table.of(job.parcelId()));
            }
        }
    }

    /** All attempts of one parcel, as they are after a commit. */
    void remember(List<PrintRow> rows) {
        if (!rows.isEmpty()) {
            known.put(rows.getFirst().parcelId(), rows);
        }
    }

    void forget(ParcelId parcelId) {
        known.remove(parcelId);
    }

    /**
     * @param atHand whether the parcel is a job of now, of which all attempts are known
     */
    List<PrintRow> of(ParcelId parcelId, boolean atHand) {
        List<PrintRow> rows = known.get(parcelId);
        if (rows != null) {
            return rows;
        }
        return atHand ? List.of() : lock.read(_ -> table.of(parcelId));
    }

    List<PrintRow> open() {
        return lock.read(_ -> table.open());
    }
}
