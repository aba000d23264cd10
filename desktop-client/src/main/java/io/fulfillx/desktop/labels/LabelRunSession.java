package io.fulfillx.desktop.labels;

import io.fulfillx.desktop.print.LabelPrinter;
import io.fulfillx.desktop.print.PrintSheets;
import io.fulfillx.desktop.print.StationPrinters;
import io.fulfillx.desktop.queue.WorkQueue;
import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.station.JobState;
import io.fulfillx.printing.queue.BatchProgress;
import io.fulfillx.printing.queue.PrintBatch;
import io.fulfillx.printing.queue.PrintJob;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Prints the labels of the earliest wave ahead of packing. What is on paper is read off the store,
 * so a program that was killed goes on at the exact label. Safe to call from any thread.
 */
public final class LabelRunSession {
    private final StationStore store;
    private final Supplier<StationPrinters> printers;
    private final Runnable changed;
    private @Nullable PrintBatch batch;
    private @Nullable WaveId wave;

    /**
     * @param printers those of now; settings may change them
     * @param changed called when a label has moved on, on a printer's thread
     */
    public LabelRunSession(
            StationStore store, Supplier<StationPrinters> printers, Runnable changed) {
        this.store = store;
        this.printers = printers;
        this.changed = changed;
    }

    public synchronized LabelRunView view() {
        Optional<WaveId> now = currentWave();
        if (now.isEmpty()) {
            return LabelRunView.NOTHING;
        }
        List<LabelRow> rows = new ArrayList<>();
        for (StoredJob stored : ofWave(now.get())) {
            rows.add(row(rows.size() + 1, stored));
        }
        return new LabelRunView(
                rows, phase() == BatchProgress.Phase.RUNNING, printers.get().trouble().orElse(""));
    }

    private LabelRow row(int number, StoredJob stored) {
        List<PrintRow> prints = store.prints(stored.job().parcelId());
        if (prints.isEmpty()) {
            return new LabelRow(number, stored, LabelState.WAITING, "");
        }
        PrintRow last = prints.getLast();
        boolean coming = printers.get().waitsFor(stored.job().parcelId());
        LabelState state =
                switch (last.outcome()) {
                    case OPEN -> coming ? LabelState.PRINTING : LabelState.UNKNOWN;
                    case PRINTED -> last.copy() > 1 ? LabelState.REPRINTED : LabelState.PRINTED;
                    case NOT_PRINTED -> LabelState.NOT_PRINTED;
                    case UNKNOWN -> LabelState.UNKNOWN;
                };
        return new LabelRow(number, stored, state, last.detail());
    }

    private BatchProgress.@Nullable Phase phase() {
        PrintBatch running = batch;
        return running == null ? null : running.progress().phase();
    }

    /**
     * The wave being printed, else the earliest with a label that is not out, else the last one.
     */
    private Optional<WaveId> currentWave() {
        if (phase() == BatchProgress.Phase.RUNNING || phase() == BatchProgress.Phase.PAUSED) {
            return Optional.ofNullable(wave);
        }
        List<StoredJob> open = jobs().stream().filter(StoredJob::open).toList();
        return open.stream()
                .filter(stored -> !isOut(row(0, stored)))
                .findFirst()
                .map(stored -> stored.job().waveId())
                .or(() -> Optional.ofNullable(wave))
                .or(() -> open.stream().findFirst().map(stored -> stored.job().waveId()));
    }

    private List<StoredJob> jobs() {
        return store.jobs().stream()
                .filter(stored -> stored.job().state() == JobState.READY)
                .filter(stored -> stored.work().plate() == null)
                .filter(stored -> stored.carrierLabel().isPresent())
                .sorted(WorkQueue.WORKING_ORDER)
                .toList();
    }

    private List<StoredJob> ofWave(WaveId id) {
        return jobs().stream().filter(stored -> stored.job().waveId().equals(id)).toList();
    }

    private static boolean isOut(LabelRow row) {
        return row.state() == LabelState.PRINTED || row.state() == LabelState.REPRINTED;
    }

    private static boolean toPrint(LabelRow row) {
        return row.state() == LabelState.WAITING || row.state() == LabelState.NOT_PRINTED;
    }

    /** Begins, or goes on at the label where it stopped. */
    public synchronized LabelStep start() {
        PrintBatch paused = batch;
        if (paused != null && phase() == BatchProgress.Phase.PAUSED) {
            paused.start();
            return new LabelStep.Started(paused.progress().waiting());
        }
        Optional<WaveId> now = currentWave();
        List<PrintJob> wanted =
                now.stream()
                        .flatMap(id -> ofWave(id).stream())
                        .filter(StoredJob::open)
                        .filter(stored -> toPrint(row(0, stored)))
                        .map(this::job)
                        .toList();
        if (wanted.isEmpty()) {
            return new LabelStep.NothingToPrint();
        }
        Optional<PrintBatch> fresh = printers.get().batch(wanted, _ -> changed.run());
        fresh.ifPresent(
                made -> {
                    batch = made;
                    wave = now.orElseThrow();
                    made.start();
                });
        return fresh.isPresent() ? new LabelStep.Started(wanted.size()) : new LabelStep.NoPrinter();
    }

    private PrintJob job(StoredJob stored) {
        int copy = PrintSheets.nextCopy(store.prints(stored.job().parcelId()));
        return new PrintJob(
                UUID.randomUUID(), stored.job().parcelId(), stored.job().paidLabel(), copy);
    }

    /** Lets no further label leave. */
    public synchronized LabelStep pause() {
        PrintBatch running = batch;
        if (running == null || phase() != BatchProgress.Phase.RUNNING) {
            return new LabelStep.NothingToPrint();
        }
        running.pause();
        return new LabelStep.Paused();
    }

    /** The label of this parcel once more, because the first sheet is spoiled. */
    public synchronized LabelStep reprint(ParcelId parcelId) {
        StoredJob stored = store.job(parcelId).orElseThrow();
        LabelRow row = row(0, stored);
        return switch (row.state()) {
            case UNKNOWN, PRINTING -> new LabelStep.LookFirst(row.trackingNumber());
            case WAITING, PRINTED, REPRINTED, NOT_PRINTED -> print(stored, row);
        };
    }

    private LabelStep print(StoredJob stored, LabelRow row) {
        PrintJob job = job(stored);
        LabelPrinter printer = printers.get();
        printer.submit(job);
        return job.copy() == 1
                ? new LabelStep.Started(1)
                : new LabelStep.Reprinting(row.trackingNumber(), job.copy());
    }

    /** Somebody looked: a label in doubt is not there, so it is printed once more. */
    public synchronized LabelStep missing(ParcelId parcelId) {
        StoredJob stored = store.job(parcelId).orElseThrow();
        LabelRow row = row(0, stored);
        if (row.state() != LabelState.UNKNOWN) {
            return new LabelStep.NotMissing(row.trackingNumber());
        }
        settle(parcelId, PrintRow.Outcome.NOT_PRINTED, PrintSheets.OPERATOR);
        return print(stored, row);
    }

    /** A scanned label ends the doubt about it. */
    public synchronized LabelStep scanned(String text) {
        Optional<LabelRow> row =
                view().rows().stream()
                        .filter(each -> text.endsWith(each.trackingNumber()))
                        .findFirst();
        if (row.isEmpty()) {
            return new LabelStep.NotOfThisWave(text);
        }
        if (row.get().state() == LabelState.UNKNOWN) {
            settle(row.get().stored().job().parcelId(), PrintRow.Outcome.PRINTED, "scanned");
        }
        return new LabelStep.Confirmed(row.get().trackingNumber());
    }

    private void settle(ParcelId parcelId, PrintRow.Outcome outcome, String detail) {
        PrintRow last = store.prints(parcelId).getLast();
        store.printOutcome(last.jobId(), outcome, detail);
    }
}
