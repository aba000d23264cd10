package io.fulfillx.desktop.bench;

import io.fulfillx.desktop.config.StationConfig;
import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.print.PluggedIn;
import io.fulfillx.desktop.print.StationPrinters;
import io.fulfillx.desktop.scan.ScanRouter;
import io.fulfillx.desktop.scan.StationScale;
import io.fulfillx.desktop.status.DeviceStatus;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.Printers;
import io.fulfillx.printing.queue.PrintOutcome;
import io.fulfillx.printing.queue.PrintResult;
import io.fulfillx.printing.queue.PrintTimings;
import io.fulfillx.scanner.SourceState;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The printers and scanners that the settings name. */
final class BenchDevices implements AutoCloseable {
    /** A printer that cannot answer at all prints after fewer unanswered questions. */
    private static final int TEST_PATIENCE_ANSWERS = 5;

    private final StationPrinters printers;
    private final ScanRouter router;
    private final @Nullable StationScale scale;
    private final StationStore store;
    private final Duration testPatience;
    private final Map<UUID, Consumer<PackStep>> tests = new ConcurrentHashMap<>();

    /** What it works with for as long as the bench is open. */
    record Surroundings(
            StationStore store,
            PrintTimings timings,
            PluggedIn pluggedIn,
            LocalDevices devices,
            StationScale.Listener scale,
            Runnable changed,
            Function<PrinterCondition, String> sentences) {}

    BenchDevices(StationConfig config, Surroundings surroundings, Consumer<PrintResult> printed) {
        this.store = surroundings.store();
        this.testPatience = surroundings.timings().answer().multipliedBy(TEST_PATIENCE_ANSWERS);
        this.printers =
                new StationPrinters(
                        config.printers(),
                        store,
                        surroundings.timings(),
                        surroundings.pluggedIn(),
                        surroundings.sentences());
        StationConfig.Scanning scanning = config.scanning();
        this.router =
                new ScanRouter(
                        scanning.scanners(),
                        surroundings.devices(),
                        store.clock(),
                        surroundings.changed());
        this.scale =
                scanning.scale()
                        .map(
                                address ->
                                        new StationScale(
                                                address,
                                                surroundings.devices(),
                                                surroundings.scale(),
                                                surroundings.changed()))
                        .orElse(null);
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

    /** Begins to listen to scanners and scale. */
    void start() {
        router.start();
        if (scale != null) {
            scale.start();
        }
    }

    StationPrinters printers() {
        return printers;
    }

    ScanRouter router() {
        return router;
    }

    /** Calls this, on a printer's thread, whenever the state of a printer has changed. */
    void onState(Runnable changed) {
        printers.onState(changed);
    }

    void resolveInterrupted() {
        printers.resolveInterrupted();
    }

    /**
     * @param printer one of the configured addresses, with its profile or without
     */
    void testPrint(URI printer, Consumer<PackStep> outcome) {
        UUID jobId = UUID.randomUUID();
        tests.put(jobId, outcome);
        printers.trial(
                Printers.parse(printer).address(),
                profile -> TestLabel.job(jobId, profile, store.clock().instant()),
                testPatience);
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

    List<DeviceStatus> scaleStates() {
        return scale == null
                ? List.of()
                : List.of(new DeviceStatus(scale.name(), scale.state(), scale.works()));
    }

    @Override
    public void close() {
        router.close();
        if (scale != null) {
            scale.close();
        }
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
                    new PackStep.AskPrinted(TestLabel.NUMBER, reason);
        };
    }
}
