package io.fulfillx.backend.orders;

import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrder.Plannable;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState.Verb;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits, merges, moves and schedules parts that no wave has. Merging undoes a split. */
final class ReplanOrder {
    private final InventoryModule inventory;
    private final OrderParts parts;
    private final OrderStore orders;
    private final FloorStore floor;
    private final OrderJournal journal;

    ReplanOrder(
            InventoryModule inventory,
            OrderParts parts,
            OrderStore orders,
            FloorStore floor,
            OrderJournal journal) {
        this.inventory = inventory;
        this.parts = parts;
        this.orders = orders;
        this.floor = floor;
        this.journal = journal;
    }

    /** Units of one line. */
    record Units(OrderLineId lineId, Quantity quantity) {}

    /** Who does it and why. */
    record Act(String actor, String why) {}

    /**
     * Moves units into a part of their own; of each line reserved units go first.
     *
     * @return the new part
     * @throws Fault INVALID when the part has not so many units, or would keep none
     */
    FulfillmentOrderId split(Tx tx, FulfillmentOrderId id, List<Units> wanted, Act act) {
        FulfillmentOrder part = lock(tx, id);
        Plannable plannable = part.plannable(Verb.SPLIT);
        Map<OrderLineId, Integer> sums = new LinkedHashMap<>();
        wanted.forEach(each -> sums.merge(each.lineId(), each.quantity().units(), Integer::sum));
        List<FulfillmentOrder.Line> moved = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            OrderLineId lineId = wanted.get(i).lineId();
            Integer units = sums.remove(lineId);
            if (units != null) {
                moved.add(taken(plannable.part(), i, lineId, units));
            }
        }
        int units = moved.stream().mapToInt(line -> line.quantity().units()).sum();
        if (units == part.units()) {
            throw Fault.invalid("/lines", "At least one unit stays in the fulfillment order.");
        }
        boolean lacks = moved.stream().anyMatch(line -> !line.lacking().isZero());
        FulfillmentOrderId fresh =
                parts.splitOff(tx, part, moved, lacks && part.backorderedAt() != null);
        finish(tx, part, "SPLIT", units + " units go into a part of their own.", act);
        return fresh;
    }

    private static FulfillmentOrder.Line taken(
            FulfillmentOrder part, int index, OrderLineId lineId, int units) {
        String pointer = "/lines/" + index;
        FulfillmentOrder.Line line =
                part.lines().stream()
                        .filter(each -> each.lineId().equals(lineId))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Fault.invalid(
                                                pointer + "/lineId",
                                                "The fulfillment order has no such line."));
        if (units < 1 || units > line.quantity().units()) {
            throw Fault.invalid(
                    pointer + "/quantity",
                    "The fulfillment order has 1 to " + line.quantity() + " units of that line.");
        }
        Quantity moved = new Quantity(units);
        Quantity promised = line.allocated().compareTo(moved) < 0 ? line.allocated() : moved;
        return new FulfillmentOrder.Line(lineId, line.orderId(), moved, promised, Quantity.ZERO);
    }

    /**
     * Puts another part into this one: of the same order, or of another one that goes the same way.
     *
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW saying what keeps them apart
     */
    void merge(Tx tx, FulfillmentOrderId id, FulfillmentOrderId otherId, Act act) {
        if (id.equals(otherId)) {
            throw Fault.invalid("/fulfillmentOrderId", "It is the same fulfillment order.");
        }
        lockBoth(tx, id, otherId);
        FulfillmentOrder into = parts.get(tx, id).plannable(Verb.MERGE).part();
        FulfillmentOrder from = parts.get(tx, otherId).plannable(Verb.MERGE).part();
        if (!into.warehouse().equals(from.warehouse())) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "They are sent from different warehouses: %s and %s."
                            .formatted(into.warehouse(), from.warehouse()));
        }
        if (!into.shipGroup().equals(from.shipGroup())) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "They must not share a parcel: \"%s\" and \"%s\"."
                            .formatted(into.shipGroup(), from.shipGroup()));
        }
        if (!into.orderId().equals(from.orderId())) {
            MergePolicy.obstacle(order(tx, into), order(tx, from))
                    .ifPresent(
                            why -> {
                                throw new Fault(Fault.Code.NOT_ALLOWED_NOW, why);
                            });
        }
        parts.absorb(tx, into, from);
        finish(tx, parts.get(tx, id), "MERGED", "Part " + from.number() + " joins it.", act);
        for (OrderId order : ordersOf(from)) {
            journal.note(tx, order, act.actor(), "MERGED", act.why());
            parts.settle(tx, order, act.actor(), act.why());
            journal.changed(tx, order);
        }
    }

    private OrderRecord order(Tx tx, FulfillmentOrder part) {
        return orders.find(tx, part.orderId()).orElseThrow();
    }

    /**
     * Has another warehouse send the part; what is reserved for it is reserved there instead.
     *
     * @throws Fault INVALID for an unknown warehouse, NOT_ALLOWED_NOW when it has too little
     */
    void move(Tx tx, FulfillmentOrderId id, String warehouse, Act act) {
        FulfillmentOrder part = lock(tx, id).plannable(Verb.MOVE).part();
        if (!inventory.hasWarehouse(tx, warehouse)) {
            throw Fault.invalid("/warehouse", "There is no such warehouse.");
        } else if (part.warehouse().equals(warehouse)) {
            return;
        }
        for (FulfillmentOrder.Line line : part.lines()) {
            inventory.movePromise(
                    tx,
                    line.orderId(),
                    line.lineId(),
                    line.promised(),
                    parts.promised(tx, line.orderId(), line.lineId()),
                    claims(tx, part, line),
                    warehouse,
                    act.actor());
        }
        parts.place(tx, part, warehouse, part.shipGroup());
        finish(tx, part, "MOVED", part.warehouse() + " to " + warehouse + ".", act);
    }

    /** What is not this part's: units in parcels, and those of parts in other warehouses. */
    private Map<LocationId, Integer> claims(
            Tx tx, FulfillmentOrder part, FulfillmentOrder.Line line) {
        Map<LocationId, Integer> claims = new HashMap<>(floor.claims(tx, line.lineId()));
        boolean elsewhere =
                parts.of(tx, line.orderId()).stream()
                        .filter(other -> other.state().isPlannable())
                        .filter(other -> !other.warehouse().equals(part.warehouse()))
                        .flatMap(other -> other.lines().stream())
                        .anyMatch(each -> each.lineId().equals(line.lineId()));
        if (elsewhere) {
            List<PickFrom> places = inventory.reservedAt(tx, line.orderId());
            Map<LocationId, String> warehouses =
                    inventory.warehousesOf(tx, places.stream().map(PickFrom::locationId).toList());
            places.stream()
                    .map(PickFrom::locationId)
                    .filter(place -> !part.warehouse().equals(warehouses.get(place)))
                    .forEach(place -> claims.put(place, Quantity.MAX_UNITS));
        }
        return claims;
    }

    /** Keeps the part back until then. */
    void schedule(Tx tx, FulfillmentOrderId id, Instant at, Act act) {
        FulfillmentOrder part = lock(tx, id).plannable(Verb.SCHEDULE).part();
        parts.schedule(tx, part, at);
        finish(tx, part, "SCHEDULED", "Not before " + at + ".", act);
    }

    /** Lets a scheduled part go on now. */
    void open(Tx tx, FulfillmentOrderId id, Act act) {
        FulfillmentOrder part = lock(tx, id).plannable(Verb.OPEN).part();
        var _ = parts.move(tx, part, Verb.OPEN);
        finish(tx, part, "OPENED", "It may go on now.", act);
    }

    private void finish(Tx tx, FulfillmentOrder part, String what, String detail, Act act) {
        String text = "Part " + part.number() + ": " + detail;
        String why = act.why().isEmpty() ? text : text + " " + act.why();
        journal.note(tx, part.orderId(), act.actor(), what, why);
        parts.settleAll(tx, part, act.actor(), why);
        journal.changed(tx, part.orderId());
    }

    private FulfillmentOrder lock(Tx tx, FulfillmentOrderId id) {
        FulfillmentOrder seen = parts.get(tx, id);
        lockOrders(tx, ordersOf(seen));
        return parts.get(tx, id);
    }

    private void lockBoth(Tx tx, FulfillmentOrderId id, FulfillmentOrderId other) {
        List<OrderId> both = new ArrayList<>(ordersOf(parts.get(tx, id)));
        both.addAll(ordersOf(parts.get(tx, other)));
        lockOrders(tx, both);
    }

    private static List<OrderId> ordersOf(FulfillmentOrder part) {
        List<OrderId> all = new ArrayList<>(List.of(part.orderId()));
        part.lines().forEach(line -> all.add(line.orderId()));
        return all.stream().distinct().toList();
    }

    private void lockOrders(Tx tx, List<OrderId> orders) {
        orders.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(OrderId::toString))
                .forEach(order -> journal.lock(tx, order));
    }
}
