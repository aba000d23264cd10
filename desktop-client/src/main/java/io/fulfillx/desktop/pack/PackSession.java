package io.fulfillx.desktop.pack;

import io.fulfillx.desktop.print.LabelPrinter;
import io.fulfillx.desktop.print.PrintSheets;
import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.code.CartonCode;
import io.fulfillx.model.code.LocationCode;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.JobState;
import io.fulfillx.printing.queue.PrintResult;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.scale.ScaleReading;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The bench: one parcel after the other. An answer is given only after what it says is durable, and
 * where a parcel stands is read off the store, so a program that was killed goes on where it was.
 * Safe to call from any thread; one scan is handled at a time.
 */
public final class PackSession {
    private final StationStore store;
    private final PackBench bench;
    private final PackBooking booking;
    private final PackLabels labels;
    private final PackGate gate;
    private final PackChecking checking;
    private final PackWeighing weighing;
    private final @Nullable PackStep resumed;
    private @Nullable ParcelId open;
    private boolean callingBack;

    /**
     * @param later gets the steps that come without a scan, on the printer's thread
     */
    public PackSession(
            StationStore store,
            OperatorId operator,
            LabelPrinter printer,
            WeightRules rules,
            PlateSheet plates,
            Consumer<PackStep> later) {
        this.store = store;
        this.bench = new PackBench(store, printer);
        this.booking = new PackBooking(store, operator);
        this.labels = new PackLabels(bench, booking, printer, plates, later);
        this.gate = new PackGate(bench, booking);
        this.checking = new PackChecking(store, bench, booking, gate);
        this.weighing = new PackWeighing(rules);
        this.resumed = bench.leftOnBench().map(this::resume).orElse(null);
    }

    /** What became of the parcel that was on the bench when the program ended; empty without. */
    public synchronized Optional<PackStep> resumed() {
        return Optional.ofNullable(resumed);
    }

    private PackStep resume(StoredJob stored) {
        if (labels.finishIfPrinted(stored)) {
            return labels.done(stored);
        }
        open = stored.job().parcelId();
        weighing.nextParcel();
        return labels.opened(stored);
    }

    /** Takes text typed in place of a scan. */
    public PackStep scanned(String text) {
        return scanned(Reading.typed(text, store.clock().instant()));
    }

    public synchronized PackStep scanned(Scan scan) {
        Optional<PackStep> blocked = blocked();
        if (blocked.isPresent()) {
            return blocked.get();
        }
        Reading reading = Reading.of(scan);
        Optional<StoredJob> current = current();
        if (current.isEmpty()) {
            return idle(reading);
        }
        return reading.own().isPresent()
                ? own(current.get(), reading.own().get(), reading)
                : item(current.get(), reading);
    }

    /** Takes a typed weight in grams. */
    public synchronized PackStep weighed(String typed) {
        Optional<PackStep> blocked = blocked();
        if (blocked.isPresent()) {
            return blocked.get();
        }
        Optional<StoredJob> current = current();
        if (current.isEmpty() || bench.phase(current.get()) != PackPhase.WEIGHT) {
            return new PackStep.NotNow(typed);
        }
        return weighing.doubt(typed.strip(), bench.expectedWeight(current.get()))
                .orElseGet(() -> weigh(current.get(), new Weight(Integer.parseInt(typed.strip()))));
    }

    /**
     * Takes what the scale says; it may come at any time and mostly changes nothing.
     *
     * @param nanoTime when it was read, by {@link System#nanoTime}
     * @return what came of it, when a parcel was waiting for its weight
     */
    public synchronized Optional<PackStep> weighed(ScaleReading reading, long nanoTime) {
        Optional<Weight> fresh = weighing.look(reading, nanoTime);
        Optional<StoredJob> current = fresh.isEmpty() ? Optional.empty() : current();
        if (current.isEmpty() || bench.phase(current.get()) != PackPhase.WEIGHT) {
            return Optional.empty();
        }
        StoredJob stored = current.get();
        return blocked()
                .or(() -> weighing.misfit(fresh.get(), bench.expectedWeight(stored)))
                .or(() -> Optional.of(weigh(stored, fresh.get())));
    }

    /** What the packer must know about the scale. */
    public synchronized ScaleSight sight() {
        return weighing.sight();
    }

    /** The parcel on the bench. */
    public synchronized Optional<ParcelId> open() {
        return Optional.ofNullable(open);
    }

    public synchronized PackState state() {
        Optional<StoredJob> current = current();
        return new PackState(
                current.map(this::phase).orElse(PackPhase.IDLE),
                current,
                current.map(bench::cartonOf),
                current.map(bench::expectedWeight).orElse(Weight.ZERO),
                checking.multiplier(),
                current.flatMap(labels::problem));
    }

    /** Takes a printer's answer; the store knows it already. */
    public synchronized void printed(PrintResult result) {
        Optional<StoredJob> stored = store.job(result.job().parcelId());
        if (stored.isPresent() && !callingBack) {
            boolean here = result.job().parcelId().equals(open);
            Optional<PackStep> blocked = here ? blocked() : Optional.empty();
            if (blocked.isPresent()) {
                labels.tell(blocked.get());
            } else {
                labels.settled(stored.get(), result.job().document().trackingNumber(), here);
                closeWhenDone();
            }
        }
    }

    private PackPhase phase(StoredJob stored) {
        return checking.damagedNext() ? PackPhase.SCAN_DAMAGED : bench.phase(stored);
    }

    private Optional<StoredJob> current() {
        ParcelId parcelId = open;
        return parcelId == null ? Optional.empty() : store.job(parcelId);
    }

    private void close() {
        open = null;
        checking.nextParcel();
        weighing.nextParcel();
    }

    private void closeWhenDone() {
        if (current().filter(it -> it.shipped() || labels.isLeftOnLane(it)).isPresent()) {
            close();
        }
    }

    /** The newest word of the server decides before every scan, wherever the parcel stands. */
    private Optional<PackStep> blocked() {
        if (open == null) {
            return Optional.empty();
        }
        Optional<StoredJob> current = current();
        if (current.isEmpty()) {
            close();
            return Optional.of(new PackStep.Withdrawn(""));
        }
        StoredJob stored = current.get();
        if (stored.job().state() == JobState.READY) {
            return Optional.empty();
        }
        close();
        if (stored.job().state() != JobState.WITHDRAWN && !stored.shipped()) {
            booking.park(stored);
        }
        return Optional.of(gate.refusal(stored));
    }

    private PackStep idle(Reading reading) {
        if (reading.own().isEmpty()) {
            List<StoredJob> plated = bench.withPlate(reading);
            return plated.isEmpty() ? gate.nothingOpen(reading) : openOneOf(plated, reading);
        }
        return switch (reading.own().get()) {
            case ToteCode tote -> openOneOf(bench.inTote(tote.number()), reading);
            case OrderCode order -> openOneOf(bench.ofOrder(order.number()), reading);
            case ActionCode action when action.action() == ActionCode.Action.REPRINT ->
                    labels.reprintLast(reading);
            case ActionCode _, CartonCode _, LocationCode _, BadgeCode _ ->
                    new PackStep.NotNow(reading.text());
        };
    }

    private PackStep openOneOf(List<StoredJob> candidates, Reading reading) {
        if (candidates.isEmpty()) {
            return new PackStep.NothingHere(reading.text());
        }
        return bench.firstToPack(candidates)
                .map(this::onBench)
                .or(() -> bench.firstOnLane(candidates).map(this::label))
                .orElseGet(() -> gate.refusal(candidates));
    }

    /** All that it needs is its label. */
    private PackStep label(StoredJob stored) {
        if (stored.carrierLabel().isEmpty()) {
            return new PackStep.LabelPending(stored.label());
        }
        PackStep step = resume(stored);
        return open == null ? step : labels.wanted(stored);
    }

    private PackStep onBench(StoredJob stored) {
        booking.onBench(stored);
        return resume(store.job(stored.job().parcelId()).orElseThrow());
    }

    private PackStep own(StoredJob stored, OwnCode code, Reading reading) {
        return switch (code) {
            case ToteCode tote ->
                    other(stored, tote.number().equals(stored.work().tote()), reading);
            case OrderCode order ->
                    other(stored, order.number().equals(stored.job().orderCode()), reading);
            case CartonCode carton -> carton(stored, carton.carton(), reading);
            case ActionCode action -> act(stored, action, reading);
            case LocationCode _, BadgeCode _ -> new PackStep.NotNow(reading.text());
        };
    }

    private static PackStep other(StoredJob stored, boolean same, Reading reading) {
        return same ? new PackStep.NotNow(reading.text()) : new PackStep.OtherOpen(stored.label());
    }

    private PackStep act(StoredJob stored, ActionCode code, Reading reading) {
        PackPhase phase = bench.phase(stored);
        return switch (code.action()) {
            case TIMES -> checking.times(code.argument());
            case CONFIRM -> confirm(stored, phase, reading);
            case WEIGHTOK -> acceptWeight(stored, phase, reading);
            case CANCEL -> cancel(stored, phase, reading);
            case SHORT -> missing(stored, phase);
            case DAMAGED -> armDamaged(phase, reading);
            case ASIDE -> setAside(stored, phase, reading);
            case REPRINT ->
                    phase == PackPhase.PRINT || phase == PackPhase.SCAN_LABEL
                            ? labels.print(stored)
                            : labels.ask(stored, reading);
            case PRINTED -> answered(stored, phase, true, reading);
            case NOTPRINTED -> answered(stored, phase, false, reading);
            case NEXT, PICK, PACK, QUEUE, SIGNOUT -> new PackStep.NotNow(reading.text());
        };
    }

    private PackStep confirm(StoredJob stored, PackPhase phase, Reading reading) {
        return switch (phase) {
            case CARTON ->
                    booking.carton(stored, Optional.of(stored.job().carton()), reading.text());
            case PRINT -> labels.print(stored);
            case IDLE, SCAN_ITEMS, SCAN_DAMAGED, WEIGHT, PRINTING, SCAN_LABEL, ASK_PRINTED ->
                    new PackStep.NotNow(reading.text());
        };
    }

    private PackStep carton(StoredJob stored, String code, Reading reading) {
        PackPhase phase = bench.phase(stored);
        if (phase != PackPhase.CARTON && phase != PackPhase.WEIGHT) {
            return new PackStep.NotNow(reading.text());
        }
        weighing.reset();
        return booking.carton(stored, bench.carton(code), reading.text());
    }

    /**
     * The weight that the scale showed and that did not fit, else the expected one. Before the
     * carton was confirmed it stands for both, to save a scan.
     */
    private PackStep acceptWeight(StoredJob stored, PackPhase phase, Reading reading) {
        if (phase == PackPhase.CARTON) {
            booking.carton(stored, Optional.of(stored.job().carton()), reading.text());
        } else if (phase != PackPhase.WEIGHT) {
            return new PackStep.NotNow(reading.text());
        }
        StoredJob now = current().orElseThrow();
        return weigh(now, weighing.questioned().orElseGet(() -> bench.expectedWeight(now)));
    }

    private PackStep weigh(StoredJob stored, Weight weight) {
        booking.weight(stored, weight);
        checking.done();
        return labels.wanted(current().orElseThrow());
    }

    private PackStep cancel(StoredJob stored, PackPhase phase, Reading reading) {
        if (phase == PackPhase.PRINTING) {
            return callBack(stored, reading);
        }
        Optional<PackStep> undone = checking.undo(stored);
        if (undone.isPresent()) {
            return undone.get();
        }
        booking.park(stored);
        close();
        return new PackStep.Parked(stored.label());
    }

    /** A label that waits for paper or a cable must not keep the packer waiting too. */
    private PackStep callBack(StoredJob stored, Reading reading) {
        callingBack = true;
        try {
            return labels.callBack(stored)
                    ? new PackStep.NotPrinted("cancelled")
                    : new PackStep.NotNow(reading.text());
        } finally {
            callingBack = false;
        }
    }

    private PackStep missing(StoredJob stored, PackPhase phase) {
        if (phase != PackPhase.SCAN_ITEMS || !booking.missing(stored)) {
            return new PackStep.NothingMissing();
        }
        close();
        return new PackStep.SetAside(stored.label(), "short");
    }

    private PackStep armDamaged(PackPhase phase, Reading reading) {
        if (phase == PackPhase.PRINTING || phase == PackPhase.ASK_PRINTED) {
            return new PackStep.NotNow(reading.text());
        }
        return checking.armDamaged();
    }

    private PackStep setAside(StoredJob stored, PackPhase phase, Reading reading) {
        if (phase == PackPhase.PRINTING) {
            return new PackStep.NotNow(reading.text());
        }
        booking.aside(stored, PrintSheets.OPERATOR);
        close();
        return new PackStep.SetAside(stored.label(), PrintSheets.OPERATOR);
    }

    private PackStep answered(StoredJob stored, PackPhase phase, boolean printed, Reading reading) {
        if (phase != PackPhase.ASK_PRINTED) {
            return new PackStep.NotNow(reading.text());
        }
        PackStep step = labels.answered(stored, printed);
        closeWhenDone();
        return step;
    }

    private PackStep item(StoredJob stored, Reading reading) {
        PackPhase phase = bench.phase(stored);
        if (phase == PackPhase.ASK_PRINTED || phase == PackPhase.SCAN_LABEL) {
            PackStep step = labels.scanned(stored, reading);
            closeWhenDone();
            return step;
        }
        if (phase == PackPhase.PRINTING) {
            return new PackStep.NotNow(reading.text());
        }
        PackStep step = checking.item(stored, reading);
        if (step instanceof PackStep.SetAside) {
            close();
        }
        return step;
    }
}
