package io.fulfillx.backend.printing;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.UUID;

/**
 * A person decides about one label: one more sheet of it with the same tracking number, or what
 * became of a sheet that nobody knows about.
 */
final class ReprintLabel {
    private static final String LOOKED = "operator";

    private final Transactions transactions;
    private final PrintingStores stores;
    private final SettlePrint settlePrint;
    private final TellStation tellStation;
    private final FulfillmentModule fulfillment;
    private final OrdersModule orders;
    private final Clock clock;

    ReprintLabel(
            Transactions transactions,
            PrintingStores stores,
            SettlePrint settlePrint,
            TellStation tellStation,
            FulfillmentModule fulfillment,
            OrdersModule orders,
            Clock clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.settlePrint = settlePrint;
        this.tellStation = tellStation;
        this.fulfillment = fulfillment;
        this.orders = orders;
        this.clock = clock;
    }

    /** Which label of which batch. */
    record Place(OrgId org, UUID batch, UUID label) {}

    /**
     * Sends the label off once more; one that never came out keeps its number of the sheet.
     *
     * @param printer where it shall come out; null for the printer it had
     * @throws Fault NOT_FOUND; NOT_ALLOWED_NOW while it is on its way, or in a canceled batch
     */
    void again(Place place, @Nullable UUID printer, String reason, String actor) {
        transactions.inOrg(
                place.org(),
                tx -> {
                    PrintBatchRecord batch = batch(tx, place);
                    PrintLabel label = label(tx, place);
                    if (!label.state().ended() || batch.state() == PrintBatchState.CANCELLED) {
                        throw new Fault(
                                Fault.Code.NOT_ALLOWED_NOW,
                                "The label is %s and its batch is %s."
                                        .formatted(label.state(), batch.state()));
                    }
                    requireFree(tx, label);
                    UUID target = printer == null ? label.printerId() : printer;
                    requirePrinter(tx, target);
                    PrintLabel next = label.askedFor(target, actor, reason);
                    stores.labels().again(tx, next, clock.instant());
                    if (batch.state() == PrintBatchState.DONE) {
                        stores.batches()
                                .state(tx, batch.printBatchId(), PrintBatchState.RUNNING, null);
                    }
                    history(tx, next, actor, reason);
                    tellStation.about(tx, label.parcelId());
                    return true;
                });
    }

    private void requireFree(Tx tx, PrintLabel label) {
        boolean free =
                stores.labels()
                        .newest(tx, label.parcelId())
                        .map(newest -> newest.state().ended())
                        .orElse(true);
        if (!free) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "The label is on its way to a printer in another batch.");
        }
    }

    private void requirePrinter(Tx tx, UUID printer) {
        if (stores.printers().lock(tx, printer).filter(SavedPrinter::active).isEmpty()) {
            throw Fault.invalid("/printerId", "There is no such printer, or it is in use no more.");
        }
    }

    private void history(Tx tx, PrintLabel label, String actor, String reason) {
        fulfillment
                .find(tx, label.parcelId())
                .ifPresent(
                        parcel ->
                                orders.history(
                                        tx,
                                        parcel.orderId(),
                                        actor,
                                        "LABEL_REPRINT",
                                        "%s, sheet %d: %s"
                                                .formatted(
                                                        label.trackingNumber(),
                                                        label.copy(),
                                                        reason)));
    }

    /**
     * @param cameOut what a person saw
     * @throws Fault NOT_FOUND; NOT_ALLOWED_NOW when the label is not unknown
     */
    void confirm(Place place, boolean cameOut, String actor) {
        transactions.inOrg(
                place.org(),
                tx -> {
                    PrintBatchRecord _ = batch(tx, place);
                    PrintLabel label = label(tx, place);
                    if (label.state() != PrintLabelState.UNKNOWN) {
                        throw new Fault(
                                Fault.Code.NOT_ALLOWED_NOW,
                                "Nobody has to look: the label is " + label.state() + ".");
                    }
                    if (cameOut) {
                        settlePrint.cameOut(tx, label, LOOKED);
                    } else {
                        settlePrint.didNotComeOut(tx, label, "looked at by " + actor);
                    }
                    return true;
                });
    }

    private PrintBatchRecord batch(Tx tx, Place place) {
        return stores.batches()
                .lock(tx, place.batch())
                .orElseThrow(() -> Fault.notFound("print batch"));
    }

    private PrintLabel label(Tx tx, Place place) {
        return stores.labels()
                .lock(tx, place.batch(), place.label())
                .orElseThrow(() -> Fault.notFound("label in this print batch"));
    }
}
