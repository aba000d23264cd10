package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.backend.shipping.api.ServerPrint;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;
import io.fulfillx.printing.queue.PrintResult;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Books how the print of a label ended, in the caller's transaction. */
final class SettlePrint {
    /** A label that breaks off so often has a cause that another try does not mend. */
    private static final int MAX_ATTEMPTS = 5;

    private static final String SYSTEM = "server";

    private final PrintingStores stores;
    private final ShippingModule shipping;
    private final TellStation tellStation;
    private final Clock clock;

    SettlePrint(
            PrintingStores stores, ShippingModule shipping, TellStation tellStation, Clock clock) {
        this.stores = stores;
        this.shipping = shipping;
        this.tellStation = tellStation;
        this.clock = clock;
    }

    /**
     * @return true when the label goes back to its place and is to be tried again
     */
    boolean settle(Tx tx, PrintResult result) {
        UUID job = result.job().jobId();
        Optional<PrintLabel> found =
                stores.queue().ofJob(tx, job).filter(label -> !label.state().ended());
        if (found.isEmpty()) {
            return false;
        }
        PrintLabel label = found.get();
        Instant now = clock.instant();
        return switch (result.outcome()) {
            case Printed(String evidence) -> {
                boolean _ = stores.queue().close(tx, job, PrintLabelState.PRINTED, evidence, now);
                cameOut(tx, label, evidence);
                yield false;
            }
            case NotPrinted(String reason) -> {
                boolean left =
                        stores.queue().close(tx, job, PrintLabelState.NOT_PRINTED, reason, now);
                boolean again = left && label.attempts() + 1 < MAX_ATTEMPTS;
                if (again) {
                    stores.labels().again(tx, label.oneMoreTry(reason), now);
                    tx.wakeAfterCommit(PrintBatchWorker.TOPIC);
                } else {
                    end(tx, label, PrintLabelState.NOT_PRINTED, "", reason);
                }
                yield again;
            }
            case Unknown(String reason) -> {
                boolean _ = stores.queue().close(tx, job, PrintLabelState.UNKNOWN, reason, now);
                end(tx, label, PrintLabelState.UNKNOWN, "", reason);
                yield false;
            }
        };
    }

    /** The label is on paper. */
    void cameOut(Tx tx, PrintLabel label, String evidence) {
        Instant now = clock.instant();
        UUID job = jobOf(label);
        stores.queue().correct(tx, job, PrintLabelState.PRINTED, evidence, now);
        shipping.printedHere(
                tx,
                new ServerPrint(
                        job,
                        label.parcelId(),
                        label.trackingNumber(),
                        printerName(tx, label.printerId()),
                        label.copy(),
                        evidence,
                        label.askedBy() == null ? SYSTEM : label.askedBy(),
                        now));
        PrintLabelState state =
                label.copy() == 1 ? PrintLabelState.PRINTED : PrintLabelState.REPRINTED;
        end(tx, label, state, evidence, "");
    }

    /** A person looked and found nothing. */
    void didNotComeOut(Tx tx, PrintLabel label, String reason) {
        stores.queue()
                .correct(tx, jobOf(label), PrintLabelState.NOT_PRINTED, reason, clock.instant());
        end(tx, label, PrintLabelState.NOT_PRINTED, "", reason);
    }

    /** The label will not be printed by this batch. */
    void notPrinted(Tx tx, PrintLabel label, String reason) {
        end(tx, label, PrintLabelState.NOT_PRINTED, "", reason);
    }

    /** A station has the sheet in its hands that nobody knew about. */
    void seenAtStation(Tx tx, List<LabelPrinted> prints) {
        Map<ParcelId, PrintLabel> newest =
                stores
                        .labels()
                        .newest(tx, prints.stream().map(LabelPrinted::parcelId).toList())
                        .stream()
                        .collect(Collectors.toMap(PrintLabel::parcelId, Function.identity()));
        for (LabelPrinted print : prints) {
            PrintLabel label = newest.get(print.parcelId());
            if (label != null
                    && label.state() == PrintLabelState.UNKNOWN
                    && label.copy() == print.copy()
                    && printerName(tx, label.printerId()).equals(print.printer())) {
                seenAtStation(tx, label, print.evidence());
            }
        }
    }

    private void seenAtStation(Tx tx, PrintLabel label, String evidence) {
        stores.queue()
                .correct(tx, jobOf(label), PrintLabelState.PRINTED, evidence, clock.instant());
        PrintLabelState state =
                label.copy() == 1 ? PrintLabelState.PRINTED : PrintLabelState.REPRINTED;
        end(tx, label, state, evidence, "");
    }

    private static UUID jobOf(PrintLabel label) {
        @Nullable UUID job = label.jobId();
        if (job == null) {
            throw new IllegalStateException(label.printLabelId() + " was never sent");
        }
        return job;
    }

    private String printerName(Tx tx, UUID printer) {
        return stores.printers().find(tx, printer).map(SavedPrinter::name).orElseThrow();
    }

    private void end(
            Tx tx, PrintLabel label, PrintLabelState state, String evidence, String reason) {
        Instant now = clock.instant();
        stores.labels().end(tx, label.printLabelId(), state, evidence, reason, now);
        tellStation.about(tx, label.parcelId());
    }
}
