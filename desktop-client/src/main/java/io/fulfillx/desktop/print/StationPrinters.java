package io.fulfillx.desktop.print;

import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintOutcome;
import io.fulfillx.printing.queue.PrintResult;
import io.fulfillx.printing.queue.PrintWorker;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** One worker per printer. Labels go to the first printer of the list. */
public final class StationPrinters implements LabelPrinter, AutoCloseable {
    private final StationStore store;
    private final StationPrintJournal journal;
    private final Map<URI, PrintWorker> workers = new LinkedHashMap<>();
    private final Map<UUID, ParcelId> waiting = new ConcurrentHashMap<>();
    private final List<Consumer<PrintResult>> listeners = new CopyOnWriteArrayList<>();

    public StationPrinters(List<URI> printers, StationStore store) {
        this.store = store;
        this.journal = new StationPrintJournal(store);
        for (URI printer : printers) {
            workers.put(
                    printer,
                    new PrintWorker(described(printer), journal, this::ended, store.clock()));
        }
    }

    private static Printer described(URI printer) {
        return new Printer(
                printer,
                new PrinterProfile(
                        "generic-zpl",
                        "Generic ZPL",
                        LabelLanguage.ZPL,
                        Dpi.of(203),
                        Media.FOUR_BY_SIX,
                        6,
                        Set.of()));
    }

    /** Called on the printer's thread, after the store knows the outcome. */
    public void listen(Consumer<PrintResult> listener) {
        listeners.add(listener);
    }

    /** Asks the printers what became of prints that a crash cut off. Never prints. */
    public void resolveInterrupted() {
        for (PrintRow row : store.openPrints()) {
            Optional<StoredJob> stored = store.job(row.parcelId());
            PrintWorker worker = workers.get(URI.create(row.printer()));
            if (stored.isEmpty() || worker == null) {
                store.printOutcome(
                        row.jobId(), PrintRow.Outcome.UNKNOWN, "The printer is not here any more");
            } else {
                PrintJob job =
                        new PrintJob(
                                row.jobId(),
                                row.parcelId(),
                                stored.get().job().label(),
                                row.copy());
                waiting.put(row.jobId(), row.parcelId());
                worker.resolve(List.of(new PrintIntent(job, row.printer(), 0, row.odometer(), 0)));
            }
        }
    }

    @Override
    public void submit(PrintJob job) {
        if (workers.isEmpty()) {
            PrintOutcome none = new PrintOutcome.NotPrinted("No printer is set up");
            waiting.put(job.jobId(), job.parcelId());
            PrintResult result = new PrintResult(job, none, store.clock().instant());
            journal.outcomes(List.of(result));
            Thread.ofVirtual().start(() -> ended(result));
            return;
        }
        waiting.put(job.jobId(), job.parcelId());
        workers.values().iterator().next().submit(job);
    }

    @Override
    public boolean waitsFor(ParcelId parcelId) {
        return waiting.containsValue(parcelId);
    }

    @Override
    public boolean cancel(ParcelId parcelId) {
        return waiting.entrySet().stream()
                .filter(entry -> entry.getValue().equals(parcelId))
                .map(Map.Entry::getKey)
                .toList()
                .stream()
                .anyMatch(
                        jobId ->
                                workers.values().stream().anyMatch(worker -> worker.cancel(jobId)));
    }

    @Override
    public Optional<String> trouble() {
        return workers.values().stream()
                .findFirst()
                .map(PrintWorker::state)
                .filter(state -> !works(state))
                .map(state -> state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Whether a label sent now would come out without anybody doing something. */
    public static boolean works(PrinterCondition state) {
        return !state.stops();
    }

    /** What each printer says of itself, in the order of the list. */
    public Map<URI, PrinterCondition> states() {
        Map<URI, PrinterCondition> states = new LinkedHashMap<>();
        workers.forEach((uri, worker) -> states.put(uri, worker.state()));
        return states;
    }

    @Override
    public void close() {
        workers.values().forEach(PrintWorker::close);
    }

    private void ended(PrintResult result) {
        waiting.remove(result.job().jobId());
        listeners.forEach(listener -> listener.accept(result));
    }
}
