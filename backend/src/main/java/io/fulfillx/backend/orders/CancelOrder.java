package io.fulfillx.backend.orders;

import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.CancelPolicy.Reached;
import io.fulfillx.backend.orders.FloorStore.Stage;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.orders.api.FulfillmentOrderState.Verb;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives an order up, or units of it, as long as the carrier does not have them. */
final class CancelOrder {
    /** Labels of the order's given-up parts are voided. */
    static final String TOPIC = "order.cancelled";

    private final InventoryModule inventory;
    private final LineStore lines;
    private final OrderParts parts;
    private final Floor floor;
    private final OrderJournal journal;
    private final Outbox outbox;
    private final Supplier<UUID> ids;

    CancelOrder(
            InventoryModule inventory,
            LineStore lines,
            OrderParts parts,
            Floor floor,
            OrderJournal journal,
            Outbox outbox,
            Supplier<UUID> ids) {
        this.inventory = inventory;
        this.lines = lines;
        this.parts = parts;
        this.floor = floor;
        this.journal = journal;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** What is known of the floor, and what it is asked to do. */
    record Floor(FloorStore parcels, CancelWaitStore waits, OrderTaskStore tasks) {}

    /**
     * Cancels at once, or asks first the stations that may be working on it. A cancelled order
     * stays cancelled.
     *
     * @return what follows for each parcel, as people read it
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW when something is with the carrier
     */
    List<String> cancel(Tx tx, OrderId id, String reason, String actor) {
        OrderRecord order = journal.lock(tx, id);
        var _ = OrderStatus.TABLE.require(order.status(), OrderStatus.Verb.CANCEL);
        if (order.status().isGivenUp()) {
            return List.of();
        }
        List<Stage> stages = stages(tx, id);
        refuseGone(tx, id, stages);
        List<String> sentences = CancelPolicy.sentences(stages);
        String why = String.join(" ", concat(reason, sentences));
        parts.requestCancel(tx, id);
        List<Stage> working = stages.stream().filter(CancelPolicy::isAtStation).toList();
        for (Stage stage : working) {
            floor.waits().await(tx, id, stage.parcelId(), stage.stationId());
        }
        if (working.isEmpty()) {
            giveUp(tx, id, why, actor);
        } else {
            parts.settle(tx, id, actor, why);
            journal.changed(tx, id);
        }
        return sentences;
    }

    /** A merged part is not given up because one of its orders is. */
    private List<Stage> stages(Tx tx, OrderId id) {
        for (FulfillmentOrder part : parts.of(tx, id)) {
            FulfillmentOrder whole = parts.get(tx, part.fulfillmentOrderId());
            boolean merged = whole.lines().size() > part.lines().size();
            if (merged && !part.state().isOver() && !part.lines().isEmpty()) {
                throw new Fault(
                        Fault.Code.NOT_ALLOWED_NOW,
                        "It was merged with another order. Split it off first.");
            }
        }
        return floor.parcels().stages(tx, id);
    }

    private void refuseGone(Tx tx, OrderId id, List<Stage> stages) {
        Optional<Fault> gone = gone(stages);
        if (gone.isPresent()) {
            throw gone.get();
        }
        boolean shipped = lines.of(tx, id).stream().anyMatch(line -> !line.shipped().isZero());
        boolean here =
                stages.stream().anyMatch(stage -> CancelPolicy.reached(stage) == Reached.PACKED);
        if (shipped && !here) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "A parcel of this order has been shipped. Handle it as a return.");
        }
    }

    private static List<String> concat(String first, List<String> more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(more);
        return all;
    }

    /** The parcel's station has answered: it has let the parcel go. */
    void answered(Tx tx, OrderId id, ParcelId parcel, String actor) {
        OrderRecord order = journal.lock(tx, id);
        floor.waits().answer(tx, parcel);
        if (order.status() == OrderStatus.CANCEL_REQUESTED && !floor.waits().isOpen(tx, id)) {
            giveUp(tx, id, "Every station has let it go.", actor);
        }
    }

    /**
     * A lead has everything of it in their hands, whatever the stations answer.
     *
     * @throws Fault NOT_ALLOWED_NOW when nobody asked to cancel it
     */
    void confirm(Tx tx, OrderId id, String reason, String actor) {
        OrderRecord order = journal.lock(tx, id);
        if (order.status() == OrderStatus.CANCELLED) {
            return;
        }
        var _ = OrderStatus.TABLE.require(order.status(), OrderStatus.Verb.CONFIRM_CANCEL);
        floor.waits().answerAll(tx, id);
        giveUp(tx, id, reason, actor);
    }

    private void giveUp(Tx tx, OrderId id, String why, String actor) {
        for (Stage stage : floor.parcels().stages(tx, id)) {
            task(tx, id, stage);
        }
        for (FulfillmentOrder part : parts.of(tx, id)) {
            if (part.state() == FulfillmentOrderState.CANCELLED) {
                continue;
            }
            boolean packed =
                    FulfillmentOrderState.TABLE.next(part.state(), Verb.RECALL).isPresent();
            var _ = parts.move(tx, part, packed ? Verb.RECALL : Verb.CANCEL);
            for (FulfillmentOrder.Line line : part.lines()) {
                lines.recall(tx, line.lineId(), line.shipped());
                if (!lines.cancel(tx, line.lineId(), line.quantity())) {
                    throw new IllegalStateException("more is in parts than is to be sent: " + id);
                }
            }
        }
        inventory.release(tx, id, actor);
        parts.cancelled(tx, id);
        parts.settle(tx, id, actor, why);
        journal.changed(tx, id);
        outbox.add(tx, TOPIC, id.value());
    }

    private void task(Tx tx, OrderId id, Stage stage) {
        Reached reached = CancelPolicy.reached(stage);
        boolean packed = reached == Reached.PACKED;
        boolean inTote =
                reached == Reached.PRINTED
                        && !floor.tasks().has(tx, stage.parcelId(), TaskKind.HOLD_SHELF);
        if (packed || inTote) {
            ask(tx, id, stage, packed ? TaskKind.UNPACK : TaskKind.EMPTY_TOTE);
        }
    }

    private void ask(Tx tx, OrderId id, Stage stage, TaskKind kind) {
        String sentence = CancelPolicy.sentence(stage);
        NewTask task = new NewTask(id, stage.parcelId(), kind, "", null, sentence);
        var _ = floor.tasks().add(tx, ids.get(), task);
    }

    /** Asks for what the carrier has already; why the cancel is refused, empty when it is not. */
    Optional<Fault> askBack(Tx tx, OrderId id) {
        List<Stage> stages = floor.parcels().stages(tx, id);
        stages.stream()
                .filter(CancelPolicy::isGone)
                .forEach(stage -> ask(tx, id, stage, TaskKind.RETURN));
        return gone(stages);
    }

    private static Optional<Fault> gone(List<Stage> stages) {
        List<String> gone =
                stages.stream().filter(CancelPolicy::isGone).map(CancelPolicy::sentence).toList();
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault(Fault.Code.NOT_ALLOWED_NOW, String.join(" ", gone)));
    }

    /**
     * Gives one part up that no wave has.
     *
     * @throws Fault NOT_ALLOWED_NOW when it is on the floor; then the order is to be cancelled
     */
    void cancelPart(Tx tx, FulfillmentOrderId id, String reason, String actor) {
        FulfillmentOrder seen = parts.get(tx, id);
        var _ = journal.lock(tx, seen.orderId());
        FulfillmentOrder part = parts.get(tx, id).plannable(Verb.CHANGE).part();
        List<ReplanOrder.Units> all =
                part.lines().stream()
                        .map(line -> new ReplanOrder.Units(line.lineId(), line.quantity()))
                        .toList();
        for (ReplanOrder.Units units : all) {
            takeOut(tx, part, units.lineId(), units.quantity(), actor);
        }
        finish(tx, part.orderId(), "Part " + part.number() + " is given up. " + reason, actor);
    }

    /**
     * Gives units up that no wave has: first those that lack stock.
     *
     * @throws Fault INVALID for an unknown line, NOT_ALLOWED_NOW when fewer are still here
     */
    void cancelLines(
            Tx tx, OrderId id, List<ReplanOrder.Units> wanted, String reason, String actor) {
        OrderRecord order = journal.lock(tx, id);
        var _ = OrderStatus.TABLE.require(order.status(), OrderStatus.Verb.CANCEL_LINES);
        for (int i = 0; i < wanted.size(); i++) {
            cancelUnits(tx, id, wanted.get(i), "/lines/" + i, actor);
        }
        int units = wanted.stream().mapToInt(each -> each.quantity().units()).sum();
        finish(tx, id, units + " units are given up. " + reason, actor);
    }

    private void cancelUnits(
            Tx tx, OrderId id, ReplanOrder.Units wanted, String pointer, String actor) {
        boolean known =
                lines.of(tx, id).stream().anyMatch(line -> line.lineId().equals(wanted.lineId()));
        if (!known) {
            throw Fault.invalid(pointer + "/lineId", "The order has no such line.");
        } else if (wanted.quantity().isZero()) {
            throw Fault.invalid(pointer + "/quantity", "At least one unit is given up.");
        }
        List<FulfillmentOrder> open =
                parts.of(tx, id).stream()
                        .filter(part -> part.state().isPlannable())
                        .sorted(java.util.Comparator.comparing(FulfillmentOrder::isAllocated))
                        .toList();
        Quantity left = wanted.quantity();
        for (FulfillmentOrder part : open) {
            Quantity has = quantity(part, wanted.lineId());
            Quantity taken = has.compareTo(left) < 0 ? has : left;
            if (!taken.isZero()) {
                takeOut(tx, part, wanted.lineId(), taken, actor);
                left = left.minus(taken);
            }
        }
        if (!left.isZero()) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "Only %s units of that line are not on the floor yet."
                            .formatted(wanted.quantity().minus(left)),
                    pointer + "/quantity");
        }
    }

    private static Quantity quantity(FulfillmentOrder part, OrderLineId line) {
        return part.lines().stream()
                .filter(each -> each.lineId().equals(line))
                .map(FulfillmentOrder.Line::quantity)
                .findFirst()
                .orElse(Quantity.ZERO);
    }

    private void takeOut(
            Tx tx, FulfillmentOrder part, OrderLineId lineId, Quantity units, String actor) {
        FulfillmentOrder.Line line =
                part.lines().stream()
                        .filter(each -> each.lineId().equals(lineId))
                        .findFirst()
                        .orElseThrow(() -> Fault.notFound("line"));
        Quantity lacking = line.lacking().compareTo(units) < 0 ? line.lacking() : units;
        Quantity released = units.minus(lacking);
        inventory.release(
                tx,
                line.orderId(),
                lineId,
                released,
                parts.promised(tx, line.orderId(), lineId),
                floor.parcels().claims(tx, lineId),
                actor);
        parts.shrink(tx, part, lineId, units, released);
        if (!lines.cancel(tx, lineId, units)) {
            throw new IllegalStateException("more is in parts than is to be sent: " + lineId);
        }
    }

    private void finish(Tx tx, OrderId id, String why, String actor) {
        journal.note(tx, id, actor, "UNITS_CANCELLED", why);
        parts.tidy(tx, id);
        parts.settle(tx, id, actor, why);
        journal.changed(tx, id);
    }
}
