package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.backend.shipping.api.ParcelLabel;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LabelFormat;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.queue.PrintIntent;
import io.fulfillx.printing.queue.PrintJob;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps the queue of a printer filled with the next labels of running batches, in order, and calls
 * back those that shall not leave now.
 */
final class FeedPrinter {
    private final Transactions transactions;
    private final PrintingStores stores;
    private final ShippingModule shipping;
    private final SettlePrint settlePrint;
    private final LabelSource source;
    private final Clock clock;
    private final Supplier<UUID> ids;

    FeedPrinter(
            Transactions transactions,
            PrintingStores stores,
            ShippingModule shipping,
            SettlePrint settlePrint,
            LabelSource source,
            Clock clock,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.shipping = shipping;
        this.settlePrint = settlePrint;
        this.source = source;
        this.clock = clock;
        this.ids = ids;
    }

    /** A label with its new job, and where its document lies. */
    private record Draft(UUID job, PrintLabel label, LabelSource.Stored stored) {}

    /** A print that a crash cut off. */
    private record CutOff(PrintQueueStore.OpenPrint print, PrintLabel label) {}

    /** Before the first label: what another process, or this one before it died, left behind. */
    void adopt(OrgId org, UUID printer, PrinterLine line) {
        List<CutOff> cutOff =
                transactions.inOrg(
                        org,
                        tx -> {
                            stores.queue().allBack(tx, printer);
                            return cutOff(tx, printer);
                        });
        line.resolve(cutOff.stream().map(each -> intent(org, each, line.language())).toList());
    }

    private PrintIntent intent(OrgId org, CutOff cutOff, LabelLanguage language) {
        PrintQueueStore.OpenPrint print = cutOff.print();
        PrintLabel label = cutOff.label();
        PrintJob job =
                new PrintJob(
                        print.jobId(),
                        label.parcelId(),
                        document(org, label, language),
                        print.copy());
        return new PrintIntent(
                job, print.address(), print.sequence(), print.countBefore(), print.labels());
    }

    private List<CutOff> cutOff(Tx tx, UUID printer) {
        List<CutOff> found = new ArrayList<>();
        for (PrintQueueStore.OpenPrint print : stores.queue().open(tx, printer)) {
            stores.queue()
                    .ofJob(tx, print.jobId())
                    .ifPresent(label -> found.add(new CutOff(print, label)));
        }
        return found;
    }

    private LabelDocument document(OrgId org, PrintLabel label, LabelLanguage language) {
        return transactions
                .inOrg(org, tx -> shipping.label(tx, label.parcelId()))
                .map(each -> source.stored(each, language))
                .flatMap(source::read)
                .orElseGet(() -> empty(label.trackingNumber()));
    }

    private static LabelDocument empty(TrackingNumber number) {
        return new LabelDocument(number, LabelFormat.ZPL, new byte[0]);
    }

    /** One round; bounded by the room in the queue. */
    void feed(OrgId org, UUID printer, PrinterLine line) {
        line.filled(
                () -> {
                    List<Draft> drafts =
                            transactions.inOrg(
                                    org,
                                    tx -> {
                                        callBack(tx, printer, line);
                                        return drafts(tx, printer, line);
                                    });
                    line.submit(drafts.stream().flatMap(draft -> job(org, draft)).toList());
                });
    }

    private void callBack(Tx tx, UUID printer, PrinterLine line) {
        for (PrintLabel label : stores.queue().wantedBack(tx, printer)) {
            UUID job = label.jobId();
            if (job != null && line.callBack(job)) {
                boolean _ =
                        stores.queue()
                                .close(
                                        tx,
                                        job,
                                        PrintLabelState.NOT_PRINTED,
                                        "called back",
                                        clock.instant());
                stores.queue().back(tx, label.printLabelId());
            }
        }
        stores.queue().giveUpCancelled(tx, printer, clock.instant());
    }

    private List<Draft> drafts(Tx tx, UUID printer, PrinterLine line) {
        if (line.room() == 0) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        for (PrintLabel label : stores.queue().next(tx, printer, line.room())) {
            Optional<ParcelLabel> live = source.live(tx, label);
            if (live.isEmpty()) {
                settlePrint.notPrinted(tx, label, "the label was taken back");
            } else if (label.copy() == 1 && shipping.sheets(tx, live.get()).all() > 0) {
                settlePrint.notPrinted(tx, label, "printed at a station");
            } else {
                UUID job = ids.get();
                stores.queue().queued(tx, label.printLabelId(), job);
                drafts.add(new Draft(job, label, source.stored(live.get(), line.language())));
            }
        }
        return drafts;
    }

    private Stream<PrintJob> job(OrgId org, Draft draft) {
        PrintLabel label = draft.label();
        Optional<LabelDocument> document = source.read(draft.stored());
        if (document.isEmpty()) {
            transactions.inOrg(
                    org,
                    tx -> {
                        settlePrint.notPrinted(tx, label, "its document is gone");
                        return true;
                    });
        }
        return document.stream()
                .map(found -> new PrintJob(draft.job(), label.parcelId(), found, label.copy()));
    }
}
