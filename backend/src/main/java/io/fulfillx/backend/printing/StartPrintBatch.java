package io.fulfillx.backend.printing;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.WaveId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Begins to print a wave's labels in walking order. */
final class StartPrintBatch {
    private static final int MAX_PRINTERS = 20;

    private final Transactions transactions;
    private final PrintingStores stores;
    private final FulfillmentModule fulfillment;
    private final ShippingModule shipping;
    private final TellStation tellStation;
    private final Clock clock;
    private final Supplier<UUID> ids;

    StartPrintBatch(
            Transactions transactions,
            PrintingStores stores,
            FulfillmentModule fulfillment,
            ShippingModule shipping,
            TellStation tellStation,
            Clock clock,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.fulfillment = fulfillment;
        this.shipping = shipping;
        this.tellStation = tellStation;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What is asked for.
     *
     * @param printers the first of them prints the first part of the walk, and so on
     * @param partial true to leave out labels that are not bought yet
     * @param skipPrinted true to leave out labels that are on paper already
     * @param reprintReason why labels that are on paper already are printed again; null when they
     *     are not to be
     */
    record Wish(
            List<UUID> printers,
            boolean partial,
            boolean skipPrinted,
            @Nullable String reprintReason) {
        Wish {
            printers = List.copyOf(printers);
        }
    }

    /** A label that can be printed, and the number its next sheet has. */
    private record Printable(ParcelLabel label, int copy) {}

    /** What was found in the wave. */
    private static final class Walk {
        private final List<Printable> labels = new ArrayList<>();
        private int missing;
        private int onPaper;
        private int onTheWay;
    }

    /**
     * @throws Fault NOT_FOUND; INVALID for printers; NOT_ALLOWED_NOW when labels are missing or on
     *     their way; CONFLICT when labels are on paper already
     */
    UUID start(OrgId org, WaveId wave, Wish wish, String actor) {
        return transactions.inOrg(
                org,
                tx -> {
                    if (!fulfillment.hasWave(tx, wave)) {
                        throw Fault.notFound("wave");
                    }
                    stores.batches().oneAtATime(tx, wave);
                    checkPrinters(tx, wish.printers());
                    Walk walk = walk(tx, wave, wish);
                    refuse(walk, wish);
                    tx.wakeAfterCommit(PrintBatchWorker.TOPIC);
                    return write(tx, wave, walk.labels, wish, actor);
                });
    }

    private void checkPrinters(Tx tx, List<UUID> wanted) {
        if (wanted.isEmpty() || wanted.size() > MAX_PRINTERS) {
            throw Fault.invalid("/printerIds", "A batch is printed on 1 to 20 printers.");
        }
        for (int i = 0; i < wanted.size(); i++) {
            Optional<SavedPrinter> printer = stores.printers().lock(tx, wanted.get(i));
            if (printer.filter(SavedPrinter::active).isEmpty()
                    || wanted.indexOf(wanted.get(i)) != i) {
                throw Fault.invalid("/printerIds/" + i, "There is no such printer.");
            }
        }
    }

    private Walk walk(Tx tx, WaveId wave, Wish wish) {
        Walk walk = new Walk();
        for (Parcel parcel : fulfillment.ofWave(tx, wave)) {
            if (parcel.status() == ParcelStatus.CANCELLED) {
                continue;
            }
            Optional<ParcelLabel> label =
                    shipping.label(tx, parcel.parcelId()).filter(ParcelLabel::live);
            if (label.isEmpty()) {
                walk.missing++;
            } else {
                add(tx, walk, label.get(), wish);
            }
        }
        return walk;
    }

    private void add(Tx tx, Walk walk, ParcelLabel label, Wish wish) {
        Optional<PrintLabel> before =
                stores.labels()
                        .newest(tx, label.parcelId())
                        .filter(each -> each.trackingNumber().equals(label.trackingNumber()));
        if (before.isPresent() && !before.get().state().ended()) {
            walk.onTheWay++;
            return;
        }
        int known = shipping.sheets(tx, label).all();
        int sheets = before.map(each -> Math.max(each.copy(), known)).orElse(known);
        if (sheets > 0) {
            walk.onPaper++;
        }
        if (sheets == 0 || wish.reprintReason() != null) {
            walk.labels.add(new Printable(label, sheets + 1));
        }
    }

    private static void refuse(Walk walk, Wish wish) {
        if (walk.missing > 0 && !wish.partial()) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "%d labels are still missing. Wait, or ask with partial=true."
                            .formatted(walk.missing));
        }
        if (walk.onTheWay > 0 && !wish.skipPrinted()) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "%d labels are on their way to a printer already.".formatted(walk.onTheWay));
        }
        if (walk.onPaper > 0 && !wish.skipPrinted() && wish.reprintReason() == null) {
            throw new Fault(
                    Fault.Code.CONFLICT,
                    ("%d labels are, or may be, on paper already. Ask with skipPrinted=true to"
                                    + " leave them out, or give a reprintReason to print them"
                                    + " again.")
                            .formatted(walk.onPaper),
                    "/reprintReason");
        }
        if (walk.labels.isEmpty()) {
            throw new Fault(Fault.Code.NOT_ALLOWED_NOW, "This wave has no label to print.");
        }
    }

    private UUID write(Tx tx, WaveId wave, List<Printable> labels, Wish wish, String actor) {
        Instant now = clock.instant();
        UUID batch = ids.get();
        stores.batches()
                .insert(
                        tx,
                        new PrintBatchRecord(
                                batch, wave, PrintBatchState.RUNNING, actor, now, null));
        List<UUID> printers = wish.printers();
        for (int i = 0; i < labels.size(); i++) {
            Printable next = labels.get(i);
            // Each printer has one stretch of the walk, so that the stacks lie in its order.
            UUID printer = printers.get((int) ((long) i * printers.size() / labels.size()));
            boolean again = next.copy() > 1;
            stores.labels()
                    .insert(
                            tx,
                            new PrintLabel(
                                    ids.get(),
                                    batch,
                                    i + 1,
                                    next.label().parcelId(),
                                    next.label().trackingNumber(),
                                    printer,
                                    null,
                                    PrintLabelState.WAITING,
                                    next.copy(),
                                    null,
                                    0,
                                    "",
                                    "",
                                    again ? actor : null,
                                    again ? wish.reprintReason() : null,
                                    now));
            tellStation.about(tx, next.label().parcelId());
        }
        return batch;
    }
}
