package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.language.PrinterCondition;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Batches and their labels as people see them. */
final class PrintBatchViews {
    private final PrintingStores stores;

    PrintBatchViews(PrintingStores stores) {
        this.stores = stores;
    }

    /**
     * A printer's part of a batch.
     *
     * @param open labels without an end
     * @param sentence what the printer is doing or needs
     */
    record PrinterShare(
            UUID printerId,
            String name,
            int labels,
            int open,
            @Nullable PrinterCondition condition,
            String sentence) {
        boolean stops() {
            return open > 0 && (condition == null || condition.stops());
        }
    }

    /**
     * How far a batch is.
     *
     * @param waitsFor what a person has to do before it goes on; null when it goes on by itself
     * @param counts its last four are the final account
     * @param sheets how many sheets came out for it, each further sheet counted
     */
    record PrintBatchView(
            UUID printBatchId,
            WaveId waveId,
            PrintBatchState state,
            @Nullable String waitsFor,
            PrintBatchStore.Counts counts,
            int sheets,
            List<PrinterShare> printers,
            String createdBy,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    /** One label of a batch. */
    record PrintLabelView(
            UUID printLabelId,
            int seq,
            ParcelId parcelId,
            TrackingNumber trackingNumber,
            UUID printerId,
            PrintLabelState state,
            int copy,
            String evidence,
            String reason,
            @Nullable String askedBy,
            @Nullable String askedReason,
            Instant changedAt) {
        static PrintLabelView of(PrintLabel label) {
            return new PrintLabelView(
                    label.printLabelId(),
                    label.seq(),
                    label.parcelId(),
                    label.trackingNumber(),
                    label.nextPrinter(),
                    label.state(),
                    label.copy(),
                    label.evidence(),
                    label.reason(),
                    label.askedBy(),
                    label.askedReason(),
                    label.changedAt());
        }
    }

    Optional<PrintBatchView> find(Tx tx, UUID batch) {
        return stores.batches().find(tx, batch).map(found -> view(tx, found));
    }

    PrintBatchView view(Tx tx, PrintBatchRecord batch) {
        UUID id = batch.printBatchId();
        PrintBatchStore.Counts counts = stores.batches().counts(tx, id);
        List<PrinterShare> shares =
                stores.batches().shares(tx, id).stream().map(share -> share(tx, share)).toList();
        return new PrintBatchView(
                id,
                batch.waveId(),
                batch.state(),
                waitsFor(batch, shares),
                counts,
                stores.batches().sheets(tx, id),
                shares,
                batch.createdBy(),
                batch.createdAt(),
                batch.finishedAt());
    }

    private static @Nullable String waitsFor(PrintBatchRecord batch, List<PrinterShare> shares) {
        if (batch.state() != PrintBatchState.RUNNING) {
            return null;
        }
        return shares.stream()
                .filter(PrinterShare::stops)
                .findFirst()
                .map(share -> share.name() + ": " + share.sentence())
                .orElse(null);
    }

    private PrinterShare share(Tx tx, PrintBatchStore.Share share) {
        SavedPrinter printer = stores.printers().find(tx, share.printerId()).orElseThrow();
        PrinterRoutes.PrinterView view = PrinterRoutes.PrinterView.of(printer);
        return new PrinterShare(
                share.printerId(),
                view.name(),
                share.labels(),
                share.open(),
                view.condition(),
                view.sentence());
    }
}
