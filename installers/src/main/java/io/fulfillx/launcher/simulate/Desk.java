package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.catalog.api.ParcelNeeds;
import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.ClaimPolicy;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.launcher.simulate.Books.Shelf;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people at a desk decide, each inside a transaction of its caller. */
class Desk {
    private static final Dimensions BOX = new Dimensions(200, 150, 100);

    private final House house;
    private final MemoryStock stock;
    private int numbers;
    private int streets;

    Desk(House house, MemoryStock stock) {
        this.house = house;
        this.stock = stock;
    }

    /** An order of so many parcels with so many units each, given to that station. */
    final void order(StationId station, int parcels, int units, List<ItemId> items) {
        OrderId id = new OrderId(house.id());
        numbers++;
        List<OrderForShipping.Line> lines = new ArrayList<>();
        List<Parcel> planned = new ArrayList<>();
        for (int i = 0; i < parcels; i++) {
            ItemId item = items.get(i % items.size());
            OrderLineId line = new OrderLineId(house.id());
            Optional<Shelf> shelf = stock.free(item, units, Optional.empty());
            if (shelf.isEmpty()) {
                return;
            }
            stock.reserve(shelf.get(), units);
            lines.add(line(line, item, units));
            planned.add(parcel(id, station, i + 1, parcels, part(line, shelf.get(), units)));
        }
        house.change(order(id, lines));
        for (Parcel parcel : planned) {
            house.books().parcels.put(parcel.parcelId(), parcel);
            house.claims().give(parcel.parcelId(), station, "desk", "a wave");
        }
    }

    private static ParcelLine part(OrderLineId line, Shelf shelf, int units) {
        return new ParcelLine(
                line,
                new LineStock(line, shelf.item(), shelf.place(), ""),
                "place " + shelf.place(),
                new Quantity(units),
                Quantity.ZERO,
                Quantity.ZERO);
    }

    private static OrderForShipping.Line line(OrderLineId line, ItemId item, int units) {
        return new OrderForShipping.Line(
                line,
                item,
                new Sku("SKU"),
                "Item",
                new Quantity(units),
                Quantity.ZERO,
                new Money(1_000, "USD"),
                new Weight(100),
                BOX,
                ParcelNeeds.NONE);
    }

    private Parcel parcel(OrderId order, StationId station, int number, int of, ParcelLine line) {
        return new Parcel(
                new ParcelId(house.id()),
                order,
                new FulfillmentOrderId(house.id()),
                new WaveId(house.id()),
                station,
                number,
                of,
                "S",
                BOX,
                ParcelStatus.PLANNED,
                "ground",
                new Weight(500),
                null,
                null,
                null,
                null,
                null,
                List.of(line));
    }

    private OrderForShipping order(OrderId id, List<OrderForShipping.Line> lines) {
        return new OrderForShipping(
                id,
                "#" + numbers,
                Integer.toString(numbers),
                OrderStatus.RELEASED,
                "manual",
                address(),
                false,
                null,
                new Money(1_000, "USD"),
                house.clock().instant(),
                null,
                null,
                null,
                List.of(),
                null,
                lines,
                List.of());
    }

    private Address address() {
        return new Address(
                "Ada", null, ++streets + " Mill Lane", null, "Portland", "OR", "97205", "US", null);
    }

    final void hold(OrderId order) {
        house.hold(order, HoldType.MANUAL, "Somebody said so.");
    }

    /** The order goes elsewhere; its labels are replaced later. */
    final void readdress(OrderId order) {
        OrderForShipping now = house.books().orders.get(order);
        house.books().addressRevisions.put(order, house.addressRevision(order) + 1);
        house.change(Rewrite.to(now, address()));
    }

    /**
     * Gives a parcel to another station.
     *
     * @return false when it must stay where it is
     */
    final boolean move(Parcel parcel, StationId to, boolean toteInHand) {
        Optional<Claim> claim = house.claims().live(parcel.parcelId());
        if (claim.isEmpty() || claim.get().stationId().equals(to)) {
            return false;
        }
        boolean givenUp = house.books().orders.get(parcel.orderId()).status().isGivenUp();
        boolean stays = staysWith(claim.get(), parcel, givenUp, toteInHand);
        if (!stays) {
            house.pass(parcel, to, "desk");
        }
        return !stays;
    }

    /** Whether the parcel must not be given away. */
    boolean staysWith(Claim claim, Parcel parcel, boolean givenUp, boolean toteInHand) {
        return ClaimPolicy.againstMove(
                        claim, parcel.status(), givenUp, toteInHand, house.clock().instant())
                .isPresent();
    }
}
