package io.fulfillx.backend.orders;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.catalog.api.ParcelNeeds;
import io.fulfillx.backend.channels.PoBox;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Weight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts together what other features need to know of an order. */
final class LoadOrder {
    private final CatalogModule catalog;
    private final OrderStore orders;
    private final LineStore lines;
    private final HoldStore holds;
    private final OrderParts parts;
    private final ChannelStore channels;

    LoadOrder(
            CatalogModule catalog,
            OrderStore orders,
            LineStore lines,
            HoldStore holds,
            OrderParts parts,
            ChannelStore channels) {
        this.parts = parts;
        this.channels = channels;
        this.catalog = catalog;
        this.orders = orders;
        this.lines = lines;
        this.holds = holds;
    }

    /**
     * @throws Fault NOT_FOUND
     */
    OrderForShipping load(Tx tx, OrderId id) {
        OrderRecord order = orders.find(tx, id).orElseThrow(() -> Fault.notFound("order"));
        Map<ItemId, Item> items = new HashMap<>();
        Map<OrderId, Set<OrderLineId>> guests = parts.guests(tx, id);
        List<OrderForShipping.Line> views =
                withMerged(tx, id, guests).stream()
                        .map(
                                line ->
                                        view(
                                                tx,
                                                line,
                                                new Money(
                                                        line.priceMinor(),
                                                        order.total().currency()),
                                                items))
                        .toList();
        Address shipTo = order.shipTo();
        return new OrderForShipping(
                id,
                order.name(),
                Long.toString(order.number()),
                order.status(),
                channels.find(tx, order.channelId()).orElseThrow().kind(),
                shipTo,
                shipTo != null && PoBox.isPoBox(shipTo),
                order.email(),
                order.total(),
                order.placedAt(),
                order.requestedService(),
                order.chosenService(),
                order.chosenCarton(),
                order.tags(),
                order.note(),
                views,
                holdsOf(tx, id, guests));
    }

    /** Its own lines, then those of other orders that go with it. */
    private List<LineRecord> withMerged(Tx tx, OrderId id, Map<OrderId, Set<OrderLineId>> guests) {
        List<LineRecord> all = new ArrayList<>(lines.of(tx, id));
        guests.forEach(
                (guest, lineIds) ->
                        lines.of(tx, guest).stream()
                                .filter(line -> lineIds.contains(line.lineId()))
                                .forEach(all::add));
        return all;
    }

    private List<ActiveHold> holdsOf(Tx tx, OrderId id, Map<OrderId, Set<OrderLineId>> guests) {
        List<OrderId> all = Stream.concat(Stream.of(id), guests.keySet().stream()).toList();
        return HoldStore.withGuests(holds.active(tx, all), id, guests);
    }

    private OrderForShipping.Line view(
            Tx tx, LineRecord line, Money price, Map<ItemId, Item> items) {
        ItemId itemId = line.itemId();
        Item item =
                itemId == null ? null : items.computeIfAbsent(itemId, id -> catalog.get(tx, id));
        boolean weighed = item != null && !item.weight().equals(Weight.ZERO);
        return new OrderForShipping.Line(
                line.lineId(),
                itemId,
                line.sku(),
                line.title(),
                line.toShip(),
                line.shipped(),
                price,
                item != null && weighed ? item.weight() : line.unitWeight(),
                item == null ? null : item.size(),
                item == null ? ParcelNeeds.NONE : item.needs());
    }
}
