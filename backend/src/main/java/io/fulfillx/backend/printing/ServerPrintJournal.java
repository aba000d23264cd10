package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJournal;
import io.fulfillx.printing.queue.PrintResult;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The journal of one printer's worker, in the database. It refuses an intent when this process does
 * not drive the printer any more, so that two processes never print the same label.
 */
final class ServerPrintJournal implements PrintJournal {
    private final Transactions transactions;
    private final PrintingStores stores;
    private final SettlePrint settlePrint;
    private final Clock clock;
    private final Driven driven;
    private final Set<UUID> toBeRepeated = ConcurrentHashMap.newKeySet();

    /** What was begun and not finished for want of a database: the worker cannot be trusted. */
    private volatile boolean failed;

    /** Which printer, and the name of the process that drives it. */
    record Driven(OrgId org, UUID printer, String instance) {}

    ServerPrintJournal(
            Transactions transactions,
            PrintingStores stores,
            SettlePrint settlePrint,
            Clock clock,
            Driven driven) {
        this.transactions = transactions;
        this.stores = stores;
        this.settlePrint = settlePrint;
        this.clock = clock;
        this.driven = driven;
    }

    @Override
    public void intents(List<PrintIntent> intents) {
        boolean mine =
                written(
                        tx ->
                                stores.printers()
                                                .holdsLease(tx, driven.printer(), driven.instance())
                                        && intents.stream()
                                                .allMatch(
                                                        intent ->
                                                                stores.queue()
                                                                        .intend(
                                                                                tx,
                                                                                intent,
                                                                                clock.instant())));
        if (!mine) {
            failed = true;
            throw new IllegalStateException(
                    "this process does not drive the printer " + driven.printer() + " any more");
        }
    }

    @Override
    public void outcomes(List<PrintResult> results) {
        List<UUID> again =
                written(
                        tx ->
                                results.stream()
                                        .filter(result -> settlePrint.settle(tx, result))
                                        .map(result -> result.job().jobId())
                                        .toList());
        toBeRepeated.addAll(again);
    }

    /** Others look at {@link #failed} meanwhile: only what did fail may be seen there. */
    private <T> T written(Function<Tx, T> work) {
        boolean done = false;
        try {
            T result = transactions.inOrg(driven.org(), work);
            done = true;
            return result;
        } finally {
            if (!done) {
                failed = true;
            }
        }
    }

    /** Asked once for each job: whether its label is to be tried again, before all others. */
    boolean repeats(UUID job) {
        return toBeRepeated.remove(job);
    }

    boolean failed() {
        return failed;
    }
}
