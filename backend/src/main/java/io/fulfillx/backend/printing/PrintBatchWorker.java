package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.printing.language.PrinterCondition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Drives every printer that no other process drives. */
final class PrintBatchWorker implements Worker, AutoCloseable {
    /** Of the news that there is something to do. */
    static final String TOPIC = "print";

    private static final Logger LOG = LoggerFactory.getLogger(PrintBatchWorker.class);

    /** A third of what a lease lasts. */
    private static final Duration RENEW = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final PrintingStores stores;
    private final OpenLine openLine;
    private final FeedPrinter feedPrinter;
    private final String instance;
    private final Clock clock;
    private final Map<UUID, Driven> driven = new HashMap<>();
    private boolean closed;

    /** A printer that this process drives. */
    private static final class Driven {
        private final OrgId org;
        private final SavedPrinter printer;
        private final PrinterLine line;
        private PrinterCondition told;
        private Instant renewed;

        Driven(OrgId org, SavedPrinter printer, PrinterLine line, Instant now) {
            this.org = org;
            this.printer = printer;
            this.line = line;
            this.told = PrinterCondition.SILENT;
            this.renewed = now;
        }
    }

    PrintBatchWorker(
            Transactions transactions,
            PrintingStores stores,
            OpenLine openLine,
            FeedPrinter feedPrinter,
            String instance,
            Clock clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.openLine = openLine;
        this.feedPrinter = feedPrinter;
        this.instance = instance;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "print-batches";
    }

    @Override
    public Set<String> wokenBy() {
        return Set.of(TOPIC);
    }

    @Override
    public synchronized Next runOnce(OrgId org) {
        if (closed) {
            return Next.WHEN_WOKEN;
        }
        List<SavedPrinter> printers = printers(org);
        printers.forEach(printer -> tend(org, printer));
        List<UUID> gone =
                driven.values().stream()
                        .filter(mine -> mine.org.equals(org))
                        .map(mine -> mine.printer.printerId())
                        .filter(id -> printers.stream().noneMatch(p -> p.printerId().equals(id)))
                        .toList();
        gone.forEach(this::drop);
        // What a printer does wakes nobody.
        return printers.isEmpty() ? Next.WHEN_WOKEN : Next.SOON;
    }

    private List<SavedPrinter> printers(OrgId org) {
        return transactions.inOrg(
                org,
                tx -> {
                    List<SavedPrinter> active = stores.printers().active(tx);
                    if (!active.isEmpty()) {
                        stores.batches().finish(tx, clock.instant());
                    }
                    return active;
                });
    }

    /**
     * Whatever goes wrong with one printer, its queue is closed and begun anew in a later round.
     */
    private void tend(OrgId org, SavedPrinter printer) {
        UUID id = printer.printerId();
        Driven mine = driven.get(id);
        if (mine != null && (mine.line.broken() || !mine.printer.samePlace(printer))) {
            drop(id);
            mine = null;
        }
        try {
            if (mine == null) {
                begin(org, printer);
            } else if (keep(mine)) {
                feedPrinter.feed(org, id, mine.line);
            } else {
                LOG.warn("another process has taken over the printer {}", printer.name());
                drop(id);
            }
        } catch (RuntimeException e) {
            LOG.error("the printer {} is let go and taken again", printer.name(), e);
            drop(id);
        }
    }

    private void begin(OrgId org, SavedPrinter printer) {
        UUID id = printer.printerId();
        if (!openLine.isReady(printer)) {
            if (printer.condition() == null) {
                var _ = lease(org, id, PrinterCondition.OFFLINE);
            }
            return;
        }
        if (!lease(org, id, PrinterCondition.SILENT)) {
            return;
        }
        PrinterLine line = openLine.open(org, printer);
        driven.put(id, new Driven(org, printer, line, clock.instant()));
        feedPrinter.adopt(org, id, line);
        feedPrinter.feed(org, id, line);
    }

    private boolean keep(Driven mine) {
        PrinterCondition now = mine.line.condition();
        boolean due = clock.instant().isAfter(mine.renewed.plus(RENEW));
        if (now == mine.told && !due) {
            return true;
        }
        mine.told = now;
        mine.renewed = clock.instant();
        return lease(mine.org, mine.printer.printerId(), now);
    }

    private boolean lease(OrgId org, UUID printer, PrinterCondition condition) {
        return transactions.inOrg(
                org, tx -> stores.printers().lease(tx, printer, instance, condition));
    }

    private void drop(UUID printer) {
        Driven mine = driven.remove(printer);
        if (mine != null) {
            mine.line.close();
        }
    }

    /** Stops after what is just being sent; other processes may drive the printers at once. */
    @Override
    public synchronized void close() {
        closed = true;
        List<Driven> all = List.copyOf(driven.values());
        List<UUID> ids = List.copyOf(driven.keySet());
        ids.forEach(this::drop);
        for (Driven each : all) {
            transactions.inOrg(
                    each.org,
                    tx -> {
                        stores.printers().giveBack(tx, each.printer.printerId(), instance);
                        return true;
                    });
        }
    }
}
