package io.fulfillx.desktop.bench;

import io.fulfillx.desktop.config.StationConfig;
import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.print.StationPrinters;
import io.fulfillx.desktop.scan.ScanRouter;
import io.fulfillx.desktop.status.DeviceStatus;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.language.Barcode;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelSetup;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.queue.PrintOutcome;
import io.fulfillx.printing.queue.PrintResult;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.scanner.SourceState;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The printers and scanners that the settings name. */
final class BenchDevices implements AutoCloseable {
    private static final String TEST_NUMBER = "TESTPRINT";

    private final StationPrinters printers;
    private final ScanRouter router;
    private final StationStore store;
    private final Map<UUID, Consumer<PackStep>> tests = new ConcurrentHashMap<>();

    BenchDevices(StationConfig config, StationStore store, Consumer<PrintResult> printed) {
        this.store = store;
        this.printers = new StationPrinters(config.printers(), store);
        this.router = new ScanRouter(config.scanners(), store.clock());
        printers.listen(
                result -> {
                    Consumer<PackStep> test = tests.remove(result.job().jobId());
                    if (test == null) {
                        printed.accept(result);
                    } else {
                        test.accept(step(result.outcome()));
                    }
                });
    }

    StationPrinters printers() {
        return printers;
    }

    ScanRouter router() {
        return router;
    }

    void resolveInterrupted() {
        printers.resolveInterrupted();
    }

    void testPrint(Consumer<PackStep> outcome) {
        byte[] label =
                LabelLanguage.ZPL
                        .builder(LabelSetup.of(Media.FOUR_BY_SIX, Dpi.DPI_203))
                        .box(20, 20, 772, 1_178, 4)
                        .text(60, 80, 60, "FulfillX")
                        .text(60, 180, 40, store.clock().instant().toString())
                        .barcode(60, 300, Barcode.code128(TEST_NUMBER, 3, 160))
                        .text(60, 470, 30, TEST_NUMBER)
                        .bytes();
        PrintJob job =
                new PrintJob(
                        UUID.randomUUID(),
                        new ParcelId(UUID.randomUUID()),
                        new LabelDocument(new TrackingNumber(TEST_NUMBER), LabelFormat.ZPL, label),
                        1);
        tests.put(job.jobId(), outcome);
        printers.submit(job);
    }

    List<DeviceStatus> printerStates() {
        return printers.states().entrySet().stream()
                .map(
                        entry ->
                                new DeviceStatus(
                                        entry.getKey().toString(),
                                        word(entry.getValue()),
                                        !entry.getValue().stops()))
                .toList();
    }

    List<DeviceStatus> scannerStates() {
        return router.states().entrySet().stream()
                .map(
                        entry ->
                                new DeviceStatus(
                                        entry.getKey(),
                                        word(entry.getValue()),
                                        entry.getValue() == SourceState.CONNECTED))
                .toList();
    }

    @Override
    public void close() {
        router.close();
        printers.close();
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static PackStep step(PrintOutcome outcome) {
        return switch (outcome) {
            case PrintOutcome.Printed _ -> new PackStep.TestPrinted();
            case PrintOutcome.NotPrinted(String reason) -> new PackStep.NotPrinted(reason);
            case PrintOutcome.Unknown(String reason) ->
                    new PackStep.AskPrinted(TEST_NUMBER, reason);
        };
    }
}
