package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.print.LabelPrinter;
import io.fulfillx.desktop.print.PrintSheets;
import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.printing.queue.PrintJob;
import io.fulfillx.printing.sheet.ShippingSheet;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The label of a parcel. One tracking number per parcel always; a second sheet only when a person
 * says that the first did not come out.
 */
final class PackLabels {
    private final PackBench bench;
    private final PackBooking booking;
    private final LabelPrinter printer;
    private final PlateSheet plates;
    private final Consumer<PackStep> later;
    private @Nullable StoredJob lastDone;

    PackLabels(
            PackBench bench,
            PackBooking booking,
            LabelPrinter printer,
            PlateSheet plates,
            Consumer<PackStep> later) {
        this.bench = bench;
        this.booking = booking;
        this.printer = printer;
        this.plates = plates;
        this.later = later;
    }

    /**
     * Sends its label off; where there is none, one with a number of ours or else a plate. The
     * outcome comes later.
     */
    PackStep print(StoredJob stored) {
        if (stored.number().isPresent()) {
            return send(stored);
        } else if (stored.work().stage() == WorkStage.PLATED) {
            return new PackStep.LabelPending(stored.label());
        }
        return booking.number(stored)
                .or(() -> booking.plate(stored))
                .map(this::send)
                .orElseGet(() -> new PackStep.NoPlateLeft(stored.label()));
    }

    private PackStep send(StoredJob stored) {
        Optional<Sscc> plate = stored.plateNow();
        LabelDocument document =
                plate.map(sscc -> plates.of(sscc, stored.job()))
                        .or(() -> ownLabel(stored))
                        .orElseGet(() -> stored.job().paidLabel());
        TrackingNumber number = document.trackingNumber();
        int copy = bench.nextCopy(stored, number);
        printer.submit(new PrintJob(UUID.randomUUID(), stored.job().parcelId(), document, copy));
        if (copy > 1) {
            return new PackStep.Reprinting(number.value(), copy);
        }
        return plate.isPresent()
                ? new PackStep.PlatePrinting(stored.label(), number.value())
                : new PackStep.Printing(number.value());
    }

    /** The label that is drawn here. */
    private static Optional<LabelDocument> ownLabel(StoredJob stored) {
        PackJob job = stored.job();
        TrackingNumber number = stored.work().number();
        LeasedService leased = job.leased();
        return number == null || leased == null
                ? Optional.empty()
                : Optional.of(ShippingSheet.of(job, leased, number));
    }

    /** A weighed parcel wants its label: one that is there already, else a new one. */
    PackStep wanted(StoredJob stored) {
        return switch (bench.phase(stored)) {
            case SCAN_LABEL -> scanIt(stored);
            case ASK_PRINTED -> unclear(stored);
            case PRINTING -> new PackStep.Printing(number(stored));
            case IDLE, SCAN_ITEMS, SCAN_DAMAGED, CARTON, WEIGHT, PRINT ->
                    finishIfPrinted(stored) ? done(stored) : print(stored);
        };
    }

    /** A parcel comes onto the bench; its label may be asked for already. */
    PackStep opened(StoredJob stored) {
        return switch (bench.phase(stored)) {
            case ASK_PRINTED -> unclear(stored);
            case SCAN_LABEL -> scanIt(stored);
            case IDLE, SCAN_ITEMS, SCAN_DAMAGED, CARTON, WEIGHT, PRINT, PRINTING ->
                    PackBench.opened(stored);
        };
    }

    private static PackStep scanIt(StoredJob stored) {
        return new PackStep.ScanLabel(number(stored));
    }

    private static String number(StoredJob stored) {
        return stored.number().map(TrackingNumber::value).orElse("");
    }

    /** One more sheet for the parcel just packed, when its label was spoiled by hand. */
    PackStep reprintLast(Reading reading) {
        StoredJob done = lastDone;
        return done == null ? new PackStep.NotNow(reading.text()) : print(done);
    }

    /** What an unclear label is answered with while it is unclear. */
    PackStep ask(StoredJob stored, Reading reading) {
        Optional<PrintRow> print = bench.lastPrint(stored);
        PackPhase phase = bench.phase(stored);
        if (print.isEmpty() || phase != PackPhase.ASK_PRINTED && phase != PackPhase.SCAN_LABEL) {
            return new PackStep.NotNow(reading.text());
        }
        String number = print.get().trackingNumber().value();
        boolean item = reading.own().isPresent() || !bench.linesFor(stored, reading).isEmpty();
        if (item && phase == PackPhase.SCAN_LABEL) {
            return scanIt(stored);
        }
        return item
                ? new PackStep.AskPrinted(number, print.get().detail())
                : new PackStep.WrongLabel(reading.text(), number);
    }

    /** A person looked: the label came out, or it did not and is printed once more. */
    PackStep answered(StoredJob stored, boolean printed) {
        PrintRow print = bench.lastPrint(stored).orElseThrow();
        booking.answer(stored, print, printed, PrintSheets.OPERATOR);
        return printed ? finish(stored) : print(stored);
    }

    /** The best proof that a label came out is the label. */
    PackStep scanned(StoredJob stored, Reading reading) {
        PrintRow print = bench.lastPrint(stored).orElseThrow();
        if (!carries(reading, print.trackingNumber())) {
            return ask(stored, reading);
        }
        booking.answer(stored, print, true, "scanned");
        return finish(stored);
    }

    private PackStep finish(StoredJob stored) {
        finishIfPrinted(stored);
        return done(stored);
    }

    /** Carriers put routing digits before the number in some barcodes. */
    private static boolean carries(Reading reading, TrackingNumber number) {
        Optional<OwnCode> own = reading.own();
        return own.isEmpty() && reading.text().endsWith(number.value());
    }

    boolean callBack(StoredJob stored) {
        return printer.cancel(stored.job().parcelId());
    }

    Optional<String> problem(StoredJob stored) {
        if (printer.waitsFor(stored.job().parcelId())) {
            return printer.trouble();
        }
        return bench.lastPrint(stored)
                .filter(print -> print.outcome() != PrintRow.Outcome.PRINTED)
                .map(PrintRow::detail)
                .filter(detail -> !detail.isEmpty());
    }

    /**
     * Books what became of a sheet of this parcel.
     *
     * @param number what stands on it
     * @param here whether the parcel is the one on the bench
     */
    void settled(StoredJob stored, TrackingNumber number, boolean here) {
        Optional<PrintRow> newest = bench.lastPrint(stored, number);
        if (newest.isEmpty()) {
            return;
        }
        PrintRow print = newest.get();
        if (isBehind(stored, number)) {
            if (print.outcome() == PrintRow.Outcome.PRINTED && !isPlate(stored, number)) {
                booking.reprinted(stored, print);
            }
            tell(outcome(stored, print));
        } else if (stored.open() && finishIfPrinted(stored)) {
            tell(done(stored));
        } else if (here) {
            tell(outcome(stored, print));
        }
    }

    /** Whether it is one more sheet of what the parcel carries already. */
    private static boolean isBehind(StoredJob stored, TrackingNumber number) {
        WorkStage stage = stored.work().stage();
        return stage == WorkStage.PACKED || stage == WorkStage.PLATED && isPlate(stored, number);
    }

    private static boolean isPlate(StoredJob stored, TrackingNumber number) {
        Sscc plate = stored.work().plate();
        return plate != null && plate.digits().equals(number.value());
    }

    /** Asks a person what became of the newest print. */
    PackStep unclear(StoredJob stored) {
        return bench.lastPrint(stored)
                .<PackStep>map(
                        print ->
                                new PackStep.AskPrinted(
                                        print.trackingNumber().value(), print.detail()))
                .orElseThrow();
    }

    private PackStep outcome(StoredJob stored, PrintRow print) {
        return switch (print.outcome()) {
            case PRINTED -> print.ahead() ? scanIt(stored) : done(stored, print.trackingNumber());
            case NOT_PRINTED -> new PackStep.NotPrinted(print.detail());
            case OPEN, UNKNOWN ->
                    new PackStep.AskPrinted(print.trackingNumber().value(), print.detail());
        };
    }

    /** False while no sheet is known to exist, or the parcel is not ready for it. */
    boolean finishIfPrinted(StoredJob stored) {
        Optional<PrintRow> print =
                bench.lastPrint(stored).filter(row -> row.outcome() == PrintRow.Outcome.PRINTED);
        if (print.isEmpty() || bench.phase(stored) != PackPhase.PRINT) {
            return false;
        }
        if (stored.plateNow().isPresent()) {
            booking.onLane(stored);
        } else {
            booking.finish(stored, print.get());
        }
        lastDone = stored;
        return true;
    }

    /**
     * @param stored as it was before its sheet came out
     */
    PackStep done(StoredJob stored) {
        return done(stored, stored.number().orElseThrow());
    }

    private PackStep done(StoredJob stored, TrackingNumber number) {
        return isPlate(stored, number)
                ? new PackStep.OnLane(stored.label(), number.value())
                : new PackStep.Done(stored.label(), number.value(), bench.parcelsLeft(stored));
    }

    /** Whether the plate is on and nothing of the carrier's label was sent off yet. */
    boolean isLeftOnLane(StoredJob stored) {
        return stored.work().stage() == WorkStage.PLATED && bench.lastPrint(stored).isEmpty();
    }

    void tell(PackStep step) {
        later.accept(step);
    }
}
