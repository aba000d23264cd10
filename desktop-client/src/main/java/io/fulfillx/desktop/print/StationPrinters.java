package io.fulfillx.desktop.print;

import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.Printers;
import io.fulfillx.printing.queue.BatchProgress;
import io.fulfillx.printing.queue.PrintBatch;
import io.fulfillx.printing.queue.PrintDesk;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintJournal;
import io.fulfillx.printing.queue.PrintOutcome;
import io.fulfillx.printing.queue.PrintResult;
import io.fulfillx.printing.queue.PrintTimings;
import io.fulfillx.printing.queue.PrintWorker;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** The station's printers. Single labels go to the first of the list, batches to all. */
public final class StationPrinters implements LabelPrinter, AutoCloseable {
    private final StationStore store;
    private final StationPrintJournal journal;
    private final PrintDesk desk;
    private final Map<UUID, ParcelId> waiting = new ConcurrentHashMap<>();
    private final Map<ParcelId, UUID> batchJobs = new HashMap<>();
    private @Nullable PrintBatch batch;
    private final List<Consumer<PrintResult>> listeners = new CopyOnWriteArrayList<>();
    private final PluggedIn pluggedIn;
    private final Function<PrinterCondition, String> sentences;

    /** Printers with the patience that real ones need, and with English sentences. */
    public StationPrinters(List<URI> printers, StationStore store) {
        this(
                printers,
                store,
                PrintTimings.standard(),
                new PluggedIn(() -> {}),
                PrinterCondition::sentence);
    }

    /**
     * @param pluggedIn knows when a cable was pulled, also of a printer that never answers
     * @param sentences what a packer should know and do, in the words of the station
     * @throws IllegalArgumentException when an address names no printer
     */
    public StationPrinters(
            List<URI> printers,
            StationStore store,
            PrintTimings timings,
            PluggedIn pluggedIn,
            Function<PrinterCondition, String> sentences) {
        this.store = store;
        this.pluggedIn = pluggedIn;
        this.sentences = sentences;
        this.journal = new StationPrintJournal(store);
        this.desk =
                new PrintDesk(
                        printers.stream().map(Printers::parse).toList(),
                        new Begun(),
                        store.clock(),
                        timings);
        desk.listen(this::ended);
    }

    /** Calls this, on a printer's thread, whenever the state of a printer has changed. */
    public void onState(Runnable changed) {
        desk.workers().forEach(worker -> worker.onState(_ -> changed.run()));
    }

    /** Called on the printer's thread, after the store knows the outcome. */
    public void listen(Consumer<PrintResult> listener) {
        listeners.add(listener);
    }

    /** Asks the printers what became of prints that a crash cut off. Never prints. */
    public void resolveInterrupted() {
        List<PrintIntent> intents = new ArrayList<>();
        for (PrintRow row : store.openPrints()) {
            Optional<StoredJob> stored = store.job(row.parcelId());
            if (stored.isEmpty()) {
                store.printOutcome(
                        row.jobId(), PrintRow.Outcome.UNKNOWN, "The parcel is not here any more");
            } else {
                waiting.put(row.jobId(), row.parcelId());
                intents.add(intent(row, stored.get(), intents.size()));
            }
        }
        desk.resolve(intents);
    }

    private static PrintIntent intent(PrintRow row, StoredJob stored, int sequence) {
        LabelDocument label = stored.job().label();
        // A plate, or a label that was replaced meanwhile: it is asked about and never sent again.
        LabelDocument document =
                label != null && label.trackingNumber().equals(row.trackingNumber())
                        ? label
                        : new LabelDocument(row.trackingNumber(), LabelFormat.ZPL, new byte[0]);
        PrintJob job = new PrintJob(row.jobId(), row.parcelId(), document, row.copy());
        return new PrintIntent(job, row.printer(), sequence, row.odometer(), 0, row.sent());
    }

    /** A parcel whose label is in a running batch leaves the batch first, or comes out with it. */
    @Override
    public synchronized void submit(PrintJob job) {
        UUID inBatch = batchJobs.remove(job.parcelId());
        PrintBatch running = batch;
        if (inBatch != null && running != null && !running.withdraw(inBatch)) {
            return;
        }
        Optional<PrintWorker> first = desk.workers().stream().findFirst();
        waiting.put(job.jobId(), job.parcelId());
        first.ifPresentOrElse(worker -> worker.submit(job), () -> refuse(job));
    }

    private void refuse(PrintJob job) {
        PrintOutcome none = new PrintOutcome.NotPrinted("No printer is set up");
        PrintResult result = new PrintResult(job, none, store.clock().instant());
        journal.outcomes(List.of(result));
        Thread.ofVirtual().start(() -> ended(result));
    }

    /**
     * Makes a batch over all printers, which waits for its start; empty when there is no printer.
     *
     * @param listener called on a printer's thread
     */
    public synchronized Optional<PrintBatch> batch(
            List<PrintJob> inPickOrder, Consumer<BatchProgress> listener) {
        List<URI> addresses =
                desk.workers().stream().map(worker -> worker.printer().address()).toList();
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        PrintBatch fresh = new PrintBatch(desk, inPickOrder, addresses, listener);
        inPickOrder.forEach(job -> batchJobs.put(job.parcelId(), job.jobId()));
        batch = fresh;
        return Optional.of(fresh);
    }

    @Override
    public boolean waitsFor(ParcelId parcelId) {
        return waiting.containsValue(parcelId);
    }

    @Override
    public boolean cancel(ParcelId parcelId) {
        List<UUID> jobs =
                waiting.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(parcelId))
                        .map(Map.Entry::getKey)
                        .toList();
        return jobs.stream().anyMatch(desk::cancel);
    }

    @Override
    public Optional<String> trouble() {
        return desk.workers().stream()
                .findFirst()
                .map(this::state)
                .filter(PrinterCondition::stops)
                .map(sentences);
    }

    private PrinterCondition state(PrintWorker worker) {
        return pluggedIn.gone(worker.printer().address())
                ? PrinterCondition.OFFLINE
                : worker.state();
    }

    /**
     * Prints a label that belongs to no parcel. When the printer cannot begin it in time, it is
     * called back, and the outcome is the sentence that says why.
     *
     * @param printer one of the list
     * @param label makes the label for the printer's profile
     */
    public void trial(URI printer, Function<PrinterProfile, PrintJob> label, Duration patience) {
        PrintWorker worker = desk.worker(printer);
        PrintJob job = label.apply(worker.printer().profile());
        worker.submit(job);
        Thread.ofVirtual().name("trial").start(() -> recall(worker, job, patience));
    }

    private void recall(PrintWorker worker, PrintJob job, Duration patience) {
        try {
            Thread.sleep(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        String reason = sentences.apply(state(worker));
        if (worker.take(job.jobId()).isPresent()) {
            ended(
                    new PrintResult(
                            job, new PrintOutcome.NotPrinted(reason), store.clock().instant()));
        }
    }

    /** What each printer says of itself, in the order of the list. */
    public Map<URI, PrinterCondition> states() {
        Map<URI, PrinterCondition> states = new LinkedHashMap<>();
        desk.workers().forEach(worker -> states.put(worker.printer().address(), state(worker)));
        return states;
    }

    /** A batch ends first: it must not feed printers that are closing. */
    @Override
    public synchronized void close() {
        PrintBatch running = batch;
        if (running != null) {
            running.close();
        }
        desk.close();
    }

    /** A label whose bytes may leave is waited for, also when a batch sent it. */
    private final class Begun implements PrintJournal {
        @Override
        public void intents(List<PrintIntent> intents) {
            intents.forEach(intent -> waiting.put(intent.job().jobId(), intent.job().parcelId()));
            journal.intents(intents);
        }

        @Override
        public void outcomes(List<PrintResult> results) {
            journal.outcomes(results);
        }
    }

    private void ended(PrintResult result) {
        waiting.remove(result.job().jobId());
        listeners.forEach(listener -> listener.accept(result));
    }
}
