package io.fulfillx.desktop.settings;

import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.device.transport.Spooler;
import io.fulfillx.printing.discovery.FoundPrinter;
import io.fulfillx.printing.discovery.PluggedPrinters;
import io.fulfillx.printing.discovery.PrinterFinder;
import io.fulfillx.printing.discovery.PrinterSource;
import io.fulfillx.printing.discovery.ServiceBrowser;
import io.fulfillx.printing.discovery.SpoolQueues;
import io.fulfillx.printing.discovery.ZebraBroadcast;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks for printers in all places side by side, and tells what it found place by place. */
public final class PrinterSearch {
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final Supplier<List<PrinterSource>> places;

    /**
     * @param places asked for in the background when a search begins
     */
    public PrinterSearch(Supplier<List<PrinterSource>> places) {
        this.places = places;
    }

    /** Searches the ports and queues of this machine and around in its network. */
    public static PrinterSearch ofThisMachine() {
        return new PrinterSearch(
                () ->
                        List.of(
                                new PluggedPrinters(LocalDevices.ofThisMachine()),
                                new SpoolQueues(Spooler.ofThisMachine()),
                                new ZebraBroadcast(ZebraBroadcast.EVERYBODY),
                                new ServiceBrowser(ServiceBrowser.EVERYBODY)));
    }

    /**
     * Begins a search and returns at once.
     *
     * @param told called on background threads, one call at a time, after each place
     */
    public void begin(Consumer<SearchState> told) {
        Thread.ofVirtual().name("printer-search").start(() -> search(places.get(), told));
    }

    private static void search(List<PrinterSource> sources, Consumer<SearchState> told) {
        Search search = new Search(sources.size(), told);
        told.accept(new SearchState(List.of(), 0, sources.size(), List.of()));
        for (PrinterSource source : sources) {
            PrinterFinder finder = new PrinterFinder(List.of(source));
            Thread.ofVirtual()
                    .name("search " + source.name())
                    .start(() -> search.take(finder.find(LIMIT)));
        }
    }

    /** One search. */
    private static final class Search {
        private final int places;
        private final Consumer<SearchState> told;
        private final Map<URI, FoundRow> found = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private int done;

        Search(int places, Consumer<SearchState> told) {
            this.places = places;
            this.told = told;
        }

        synchronized void take(PrinterFinder.Findings findings) {
            for (FoundPrinter printer : findings.printers()) {
                found.putIfAbsent(printer.uri(), FoundRow.of(printer));
            }
            problems.addAll(findings.problems());
            done++;
            told.accept(new SearchState(List.copyOf(found.values()), done, places, problems));
        }
    }
}
