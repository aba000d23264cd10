package io.fulfillx.backend.orders;

import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each warehouse a part of its own, once it is known where an order's stock was reserved.
 * Done when the rules decide, so that taking an order in is not slowed down by it.
 */
final class SplitByPlace {
    private final InventoryModule inventory;
    private final OrderParts parts;
    private final SplitByHazard hazards;

    SplitByPlace(InventoryModule inventory, OrderParts parts, SplitByHazard hazards) {
        this.inventory = inventory;
        this.parts = parts;
        this.hazards = hazards;
    }

    /** By warehouse, then by what must not share a parcel. The caller has locked the order. */
    void split(Tx tx, OrderId order, String actor) {
        splitByPlace(tx, order, actor);
        hazards.split(tx, order, actor);
    }

    private void splitByPlace(Tx tx, OrderId order, String actor) {
        List<PickFrom> places = inventory.reservedAt(tx, order);
        Map<LocationId, String> warehouses =
                inventory.warehousesOf(
                        tx, places.stream().map(PickFrom::locationId).distinct().toList());
        List<FulfillmentOrder> open =
                parts.of(tx, order).stream().filter(part -> part.state().isPlannable()).toList();
        if (open.size() != 1 || !open.getFirst().isAllocated()) {
            return;
        }
        Map<String, Map<OrderLineId, Integer>> byWarehouse = new LinkedHashMap<>();
        for (PickFrom place : places) {
            String warehouse =
                    warehouses.getOrDefault(place.locationId(), FulfillmentOrderStore.MAIN);
            byWarehouse
                    .computeIfAbsent(warehouse, _ -> new LinkedHashMap<>())
                    .merge(place.lineId(), place.quantity().units(), Integer::sum);
        }
        FulfillmentOrder part = open.getFirst();
        if (!byWarehouse.isEmpty()) {
            apart(tx, part, byWarehouse);
            parts.settle(tx, order, actor, "Sent from " + byWarehouse.keySet() + ".");
        }
    }

    private void apart(
            Tx tx, FulfillmentOrder part, Map<String, Map<OrderLineId, Integer>> byWarehouse) {
        List<String> names = new ArrayList<>(byWarehouse.keySet());
        String first = names.contains(part.warehouse()) ? part.warehouse() : names.getFirst();
        if (!first.equals(part.warehouse())) {
            parts.place(tx, part, first, part.shipGroup());
        }
        names.remove(first);
        for (String warehouse : names) {
            FulfillmentOrder now = parts.get(tx, part.fulfillmentOrderId());
            List<FulfillmentOrder.Line> moved =
                    moved(now, byWarehouse.getOrDefault(warehouse, Map.of()));
            if (!moved.isEmpty()) {
                FulfillmentOrder fresh = parts.get(tx, parts.splitOff(tx, now, moved, false));
                parts.place(tx, fresh, warehouse, fresh.shipGroup());
            }
        }
    }

    /** Components of kits count as units of no line, so never more than the line has. */
    private static List<FulfillmentOrder.Line> moved(
            FulfillmentOrder part, Map<OrderLineId, Integer> wanted) {
        List<FulfillmentOrder.Line> moved = new ArrayList<>();
        int left = part.units();
        for (FulfillmentOrder.Line line : part.lines()) {
            int units =
                    Math.min(
                            wanted.getOrDefault(line.lineId(), 0),
                            Math.min(line.promised().units(), left - 1));
            if (units > 0) {
                Quantity quantity = new Quantity(units);
                moved.add(
                        new FulfillmentOrder.Line(
                                line.lineId(), line.orderId(), quantity, quantity, Quantity.ZERO));
                left -= units;
            }
        }
        return moved;
    }
}
