package io.fulfillx.printing.discovery;

import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.device.transport.Spooler;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks in all places at once, within a time. */
public final class PrinterFinder {
    /** What a source is told less, so that ending in its time is also ending in ours. */
    private static final Duration SPARE = Duration.ofMillis(100);

    private final List<PrinterSource> sources;

    /**
     * What was found.
     *
     * @param problems a sentence for each place that could not be looked at
     */
    public record Findings(List<FoundPrinter> printers, List<String> problems) {
        public Findings {
            printers = List.copyOf(printers);
            problems = List.copyOf(problems);
        }
    }

    public PrinterFinder(List<PrinterSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Looks at the ports and queues of this machine and around in its network. */
    public static PrinterFinder ofThisMachine() {
        return new PrinterFinder(
                List.of(
                        new PluggedPrinters(LocalDevices.ofThisMachine()),
                        new SpoolQueues(Spooler.ofThisMachine()),
                        new ZebraBroadcast(ZebraBroadcast.EVERYBODY),
                        new ServiceBrowser(ServiceBrowser.EVERYBODY)));
    }

    /** Looks for at most this long; a place that takes longer is named among the problems. */
    public Findings find(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Map<PrinterSource, FutureTask<List<FoundPrinter>>> looks = new LinkedHashMap<>();
        for (PrinterSource source : sources) {
            FutureTask<List<FoundPrinter>> look = new FutureTask<>(() -> source.look(until(end)));
            Thread.ofPlatform().daemon().name("find " + source.name()).start(look);
            looks.put(source, look);
        }
        Map<URI, FoundPrinter> printers = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        looks.forEach(
                (source, look) -> {
                    try {
                        look.get(end - System.nanoTime(), TimeUnit.NANOSECONDS)
                                .forEach(found -> printers.putIfAbsent(found.uri(), found));
                    } catch (ExecutionException e) {
                        problems.add(source.name() + ": " + reason(e));
                    } catch (TimeoutException e) {
                        problems.add(source.name() + ": no answer in time");
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        return new Findings(List.copyOf(printers.values()), problems);
    }

    private static Duration until(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime())).minus(SPARE);
    }

    private static String reason(ExecutionException e) {
        if (e.getCause() instanceof IOException problem) {
            return String.valueOf(problem.getMessage());
        }
        throw new IllegalStateException(e);
    }
}
