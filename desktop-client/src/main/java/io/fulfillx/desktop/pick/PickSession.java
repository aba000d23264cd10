package io.fulfillx.desktop.pick;

import io.fulfillx.desktop.queue.WorkQueue;
import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.code.CartonCode;
import io.fulfillx.model.code.LocationCode;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.HoldNotice;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.scanner.Scan;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One pick round: one order, or several into a tote each, in walking order. An answer is given only
 * after what it says is durable. Safe to call from any thread; one scan is handled at a time.
 */
public final class PickSession {
    /** Units scanned that are not in a tote yet. */
    private record Pending(PickTask task, Units units) {}

    /** What CANCEL would take back. */
    private record Last(CommandId commandId, PickTask task, int units) {}

    private final StationStore store;
    private final PickBooking booking;
    private final PickRound round;
    private final Set<ParcelId> announced = new HashSet<>();
    private int multiplier = 1;
    private @Nullable String chosenLocation;
    private @Nullable Pending pending;
    private @Nullable Last last;

    public PickSession(StationStore store, OperatorId operator, List<ParcelId> parcels) {
        this.store = store;
        this.booking = new PickBooking(store, operator);
        this.round = new PickRound(store, parcels);
    }

    /** Parcels of a round that was cut off: they have a tote but are not complete. */
    public static List<ParcelId> unfinished(StationStore store) {
        return store.jobs().stream()
                .filter(stored -> stored.open() && stored.work().stage() == WorkStage.PICKING)
                .sorted(WorkQueue.WORKING_ORDER)
                .map(stored -> stored.job().parcelId())
                .toList();
    }

    /** Takes text typed in place of a scan. */
    public PickStep scanned(String text) {
        return scanned(Reading.typed(text, store.clock().instant()));
    }

    public synchronized PickStep scanned(Scan scan) {
        Optional<PickStep> blocked = newlyBlocked();
        if (blocked.isPresent()) {
            return blocked.get();
        }
        Reading reading = Reading.of(scan);
        return reading.own().isPresent() ? own(reading.own().get(), reading) : item(reading);
    }

    public synchronized PickState state() {
        Pending waiting = pending;
        return new PickState(
                phase(),
                round.jobs(),
                round.tasks(),
                waiting == null ? round.current(chosenLocation) : Optional.of(waiting.task()),
                round.needsTote(),
                multiplier,
                waiting == null ? 0 : waiting.units().count());
    }

    /** The picker goes elsewhere: nothing can be undone any more and everything is sent. */
    public synchronized void leave() {
        last = null;
        store.settle();
    }

    private PickPhase phase() {
        if (round.needsTote().isPresent()) {
            return PickPhase.ASSIGN_TOTES;
        }
        if (pending != null) {
            return PickPhase.SCAN_TOTE;
        }
        return round.openTasks().isEmpty() ? PickPhase.FINISHED : PickPhase.SCAN_ITEM;
    }

    /** A hold or a withdrawal that came since the last scan stops this very scan, once. */
    private Optional<PickStep> newlyBlocked() {
        for (StoredJob stored : round.jobs()) {
            ParcelId parcelId = stored.job().parcelId();
            JobState state = stored.job().state();
            boolean blocked = state == JobState.HELD || state == JobState.WITHDRAWN;
            if (!blocked) {
                announced.remove(parcelId);
            } else if (announced.add(parcelId) && concerns(stored)) {
                forget(parcelId);
                return Optional.of(block(stored));
            }
        }
        return Optional.empty();
    }

    private static boolean concerns(StoredJob stored) {
        WorkStage stage = stored.work().stage();
        return stage != WorkStage.PACKED && stage != WorkStage.ASIDE;
    }

    private PickStep block(StoredJob stored) {
        String tote = Optional.ofNullable(stored.work().tote()).orElse("");
        if (stored.job().state() == JobState.HELD) {
            String reason =
                    stored.job().holds().stream().map(HoldNotice::reason).findFirst().orElse("");
            return new PickStep.Held(stored.label(), tote, reason);
        }
        booking.putBack(stored);
        return stored.takenBy()
                .<PickStep>map(by -> new PickStep.TakenOver(stored.label(), by))
                .orElseGet(() -> new PickStep.Withdrawn(stored.label(), tote));
    }

    private void forget(ParcelId parcelId) {
        Pending waiting = pending;
        if (waiting != null && waiting.task().parcelId().equals(parcelId)) {
            pending = null;
        }
        last = null;
        multiplier = 1;
    }

    private PickStep own(OwnCode code, Reading reading) {
        return switch (code) {
            case ToteCode tote -> tote(tote.number());
            case LocationCode location -> moveTo(location.code());
            case ActionCode action -> act(action, reading);
            case OrderCode _, CartonCode _, BadgeCode _ -> new PickStep.NotNow(reading.text());
        };
    }

    private PickStep act(ActionCode code, Reading reading) {
        return switch (code.action()) {
            case TIMES -> {
                multiplier = code.argument();
                yield new PickStep.Multiplier(multiplier);
            }
            case CANCEL -> cancel();
            case SHORT -> giveUp(reading);
            case DAMAGED -> damaged(reading);
            case CONFIRM,
                    NEXT,
                    ASIDE,
                    REPRINT,
                    PRINTED,
                    NOTPRINTED,
                    WEIGHTOK,
                    PICK,
                    PACK,
                    QUEUE,
                    SIGNOUT ->
                    new PickStep.NotNow(reading.text());
        };
    }

    private PickStep moveTo(String code) {
        Optional<PickTask> there =
                round.openTasks().stream()
                        .filter(task -> codeOf(task.line().location()).equals(code))
                        .findFirst();
        if (there.isEmpty() || pending != null) {
            return new PickStep.NotNow(code);
        }
        String name = there.get().line().location();
        chosenLocation = name;
        return new PickStep.MovedTo(name);
    }

    /** The barcode on a location is its name without punctuation. */
    private static String codeOf(String location) {
        return location.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private PickStep tote(String number) {
        Optional<StoredJob> needsTote = round.needsTote();
        if (needsTote.isPresent()) {
            return assign(number, needsTote.get());
        }
        Pending waiting = pending;
        if (waiting == null) {
            return new PickStep.NotNow(number);
        }
        Optional<PickTask> into =
                sameItemHere(waiting.task()).stream()
                        .filter(task -> number.equals(task.tote()))
                        .findFirst();
        if (into.isEmpty()) {
            return new PickStep.WrongTote(number, toteOf(waiting.task()));
        }
        if (into.get().left() < waiting.units().count()) {
            return new PickStep.TooMany(into.get().line().title(), into.get().left());
        }
        pending = null;
        return accept(into.get(), waiting.units());
    }

    private PickStep assign(String tote, StoredJob stored) {
        Optional<StoredJob> holder = round.holderOf(tote, stored);
        if (holder.isPresent()) {
            return new PickStep.ToteInUse(tote, holder.get().label());
        }
        booking.assign(stored, tote);
        return new PickStep.ToteAssigned(tote, stored.label());
    }

    private List<PickTask> sameItemHere(PickTask like) {
        return round.openTasks().stream()
                .filter(task -> task.line().location().equals(like.line().location()))
                .filter(task -> same(task, like))
                .toList();
    }

    private PickStep item(Reading reading) {
        Optional<StoredJob> needsTote = round.needsTote();
        if (needsTote.isPresent()) {
            return new PickStep.ScanToteFirst(needsTote.get().label());
        }
        Optional<PickTask> current = round.current(chosenLocation);
        if (current.isEmpty()) {
            return new PickStep.NotNow(reading.text());
        }
        int scans = multiplier;
        multiplier = 1;
        List<PickTask> meant =
                round.tasks().stream().filter(task -> reading.isA(task.line())).toList();
        if (meant.isEmpty()) {
            return round.known(reading)
                    ? new PickStep.WrongItem(reading.text(), current.get().line().title())
                    : new PickStep.UnknownCode(reading.text());
        }
        List<PickTask> ofLot = meant.stream().filter(task -> reading.isOfLot(task.line())).toList();
        if (ofLot.isEmpty()) {
            return wrongLot(meant, reading);
        }
        int units = reading.units(ofLot.getFirst().line(), scans);
        return take(ofLot, current.get().line().location(), Units.of(units, reading));
    }

    private static PickStep wrongLot(List<PickTask> meant, Reading reading) {
        PackLine line =
                meant.stream()
                        .filter(task -> task.left() > 0)
                        .findFirst()
                        .orElse(meant.getFirst())
                        .line();
        String wanted = Optional.ofNullable(line.lot()).orElse("");
        return new PickStep.WrongLot(line.title(), reading.lot().orElse(""), wanted);
    }

    private static boolean same(PickTask one, PickTask other) {
        return one.line().sku().equals(other.line().sku())
                && Objects.equals(one.line().lot(), other.line().lot());
    }

    private PickStep take(List<PickTask> meant, String location, Units units) {
        List<PickTask> open = meant.stream().filter(task -> task.left() > 0).toList();
        if (open.isEmpty()) {
            return new PickStep.TooMany(meant.getFirst().line().title(), 0);
        }
        Optional<PickTask> here =
                open.stream().filter(task -> task.line().location().equals(location)).findFirst();
        if (here.isEmpty()) {
            PickTask elsewhere = open.getFirst();
            return new PickStep.NotHere(elsewhere.line().title(), elsewhere.line().location());
        }
        return take(here.get(), units);
    }

    private PickStep take(PickTask task, Units units) {
        Pending waiting = pending;
        if (waiting != null && !same(waiting.task(), task)) {
            return new PickStep.NeedTote(
                    waiting.task().line().title(), waiting.units().count(), toteOf(waiting.task()));
        }
        Units together = waiting == null ? units : waiting.units().plus(units);
        if (together.count() > task.left()) {
            return new PickStep.TooMany(task.line().title(), task.left());
        }
        if (!round.severalTotes()) {
            return accept(task, together);
        }
        pending = new Pending(task, together);
        return new PickStep.NeedTote(task.line().title(), together.count(), toteOf(task));
    }

    private PickStep accept(PickTask task, Units units) {
        CommandId commandId = booking.picked(stored(task), task, units);
        StoredJob now = stored(task);
        boolean complete = PickRound.complete(now, now.work());
        last = complete ? null : new Last(commandId, task, units.count());
        return accepted(task, now.work().line(task.line().lineId()).picked(), complete);
    }

    private PickStep accepted(PickTask task, int picked, boolean complete) {
        String item = task.line().title();
        int of = task.line().quantity().units();
        Optional<PickTask> next = round.current(chosenLocation);
        if (complete && stored(task).work().stage() == WorkStage.ASIDE) {
            return new PickStep.OrderAside(item, toteOf(task), task.order());
        }
        if (next.isEmpty()) {
            return new PickStep.Finished(round.jobs().size(), round.setAside());
        }
        if (complete) {
            return new PickStep.OrderDone(item, picked, of, toteOf(task), task.order());
        }
        String nextLocation = next.get().line().location();
        return nextLocation.equals(task.line().location())
                ? new PickStep.Accepted(item, picked, of, toteOf(task))
                : new PickStep.LocationDone(item, picked, of, toteOf(task), nextLocation);
    }

    private PickStep giveUp(Reading reading) {
        Optional<PickTask> current = round.current(chosenLocation);
        if (current.isEmpty() || pending != null || phase() == PickPhase.ASSIGN_TOTES) {
            return new PickStep.NotNow(reading.text());
        }
        PickTask task = current.get();
        last = null;
        multiplier = 1;
        booking.missing(stored(task), task);
        return new PickStep.ShortPicked(task.line().title(), task.left(), task.order());
    }

    private PickStep damaged(Reading reading) {
        Pending waiting = pending;
        Optional<PickTask> current =
                waiting == null ? round.current(chosenLocation) : Optional.of(waiting.task());
        if (current.isEmpty() || phase() == PickPhase.ASSIGN_TOTES) {
            return new PickStep.NotNow(reading.text());
        }
        PickTask task = current.get();
        int units = multiplier;
        booking.damaged(stored(task), task, units);
        pending = null;
        last = null;
        multiplier = 1;
        return new PickStep.Damaged(task.line().title(), units);
    }

    private PickStep cancel() {
        Pending waiting = pending;
        if (waiting != null) {
            pending = null;
            return new PickStep.Undone(waiting.task().line().title(), waiting.units().count());
        }
        if (multiplier > 1) {
            multiplier = 1;
            return new PickStep.Multiplier(1);
        }
        Last undo = last;
        last = null;
        if (undo == null) {
            return new PickStep.NothingToUndo();
        }
        return booking.takeBack(stored(undo.task()), undo.task(), undo.units(), undo.commandId())
                ? new PickStep.Undone(undo.task().line().title(), undo.units())
                : new PickStep.NothingToUndo();
    }

    private StoredJob stored(PickTask task) {
        return store.job(task.parcelId()).orElseThrow();
    }

    private static String toteOf(PickTask task) {
        return Optional.ofNullable(task.tote()).orElse("");
    }
}
