package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Pauses, resumes and cancels a batch, and moves its labels to another printer. */
final class SteerPrintBatch {
    private final Transactions transactions;
    private final PrintingStores stores;
    private final TellStation tellStation;
    private final Clock clock;

    SteerPrintBatch(
            Transactions transactions,
            PrintingStores stores,
            TellStation tellStation,
            Clock clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.tellStation = tellStation;
        this.clock = clock;
    }

    void pause(OrgId org, UUID batch) {
        become(org, batch, PrintBatchState.PAUSED, EnumSet.of(PrintBatchState.RUNNING));
    }

    void resume(OrgId org, UUID batch) {
        become(org, batch, PrintBatchState.RUNNING, EnumSet.of(PrintBatchState.PAUSED));
    }

    private void become(
            OrgId org, UUID batch, PrintBatchState state, Set<PrintBatchState> allowed) {
        transactions.inOrg(
                org,
                tx -> {
                    PrintBatchRecord found = lock(tx, batch);
                    if (found.state() != state) {
                        require(found, allowed);
                        stores.batches().state(tx, batch, state, null);
                        tx.wakeAfterCommit(PrintBatchWorker.TOPIC);
                    }
                    return true;
                });
    }

    /** What has not left stays unprinted; what stands in a printer's queue is called back. */
    void cancel(OrgId org, UUID batch) {
        transactions.inOrg(
                org,
                tx -> {
                    PrintBatchRecord found = lock(tx, batch);
                    if (found.state() == PrintBatchState.CANCELLED) {
                        return true;
                    }
                    require(found, EnumSet.of(PrintBatchState.RUNNING, PrintBatchState.PAUSED));
                    Instant now = clock.instant();
                    stores.batches().state(tx, batch, PrintBatchState.CANCELLED, now);
                    stores.labels()
                            .list(tx, batch, PrintLabelState.WAITING, null, Integer.MAX_VALUE)
                            .forEach(label -> tellStation.about(tx, label.parcelId()));
                    stores.labels().giveUp(tx, batch, "cancelled", now);
                    tx.wakeAfterCommit(PrintBatchWorker.TOPIC);
                    return true;
                });
    }

    /**
     * @return how many labels changed their printer
     * @throws Fault NOT_FOUND for the batch; INVALID for the printers
     */
    long move(OrgId org, UUID batch, UUID from, UUID to) {
        return transactions.inOrg(
                org,
                tx -> {
                    PrintBatchRecord found = lock(tx, batch);
                    require(found, EnumSet.of(PrintBatchState.RUNNING, PrintBatchState.PAUSED));
                    if (stores.printers().find(tx, from).isEmpty()) {
                        throw Fault.invalid("/fromPrinterId", "There is no such printer.");
                    }
                    if (stores.printers().lock(tx, to).filter(SavedPrinter::active).isEmpty()) {
                        throw Fault.invalid("/toPrinterId", "There is no such printer.");
                    }
                    tx.wakeAfterCommit(PrintBatchWorker.TOPIC);
                    return stores.labels().move(tx, batch, from, to, clock.instant());
                });
    }

    private PrintBatchRecord lock(Tx tx, UUID batch) {
        return stores.batches().lock(tx, batch).orElseThrow(() -> Fault.notFound("print batch"));
    }

    private static void require(PrintBatchRecord batch, Set<PrintBatchState> allowed) {
        if (!allowed.contains(batch.state())) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW, "The print batch is " + batch.state() + ".");
        }
    }
}
