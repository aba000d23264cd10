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
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Weight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        return Optional.ofNullable(load(tx, List.of(id)).get(id))
                .orElseThrow(() -> Fault.notFound("order"));
    }

    /** Those of the orders that there are. */
    Map<OrderId, OrderForShipping> load(Tx tx, Collection<OrderId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Around around = around(tx, ids);
        return orders.find(tx, ids).stream()
                .map(order -> view(order, around))
                .collect(Collectors.toMap(OrderForShipping::orderId, Function.identity()));
    }

    /** What belongs to orders and to those that were merged into them. */
    private record Around(
            Map<ChannelId, String> channels,
            Map<OrderId, Map<OrderId, Set<OrderLineId>>> guests,
            Map<OrderId, List<LineRecord>> lines,
            Map<OrderId, List<ActiveHold>> holds,
            Map<ItemId, Item> items) {
        Map<OrderId, Set<OrderLineId>> guestsOf(OrderId order) {
            return guests.getOrDefault(order, Map.of());
        }

        List<LineRecord> linesOf(OrderId order) {
            return lines.getOrDefault(order, List.of());
        }
    }

    private Around around(Tx tx, Collection<OrderId> ids) {
        Map<OrderId, Map<OrderId, Set<OrderLineId>>> guests = parts.guests(tx, ids);
        Set<OrderId> all = new LinkedHashSet<>(ids);
        guests.values().forEach(each -> all.addAll(each.keySet()));
        Map<OrderId, List<LineRecord>> ofAll = lines.of(tx, all);
        Set<ItemId> items =
                ofAll.values().stream()
                        .flatMap(List::stream)
                        .flatMap(line -> Stream.ofNullable(line.itemId()))
                        .collect(Collectors.toSet());
        return new Around(
                channels.kinds(tx), guests, ofAll, holds.active(tx, all), catalog.find(tx, items));
    }

    private static OrderForShipping view(OrderRecord order, Around around) {
        Address shipTo = order.shipTo();
        return new OrderForShipping(
                order.orderId(),
                order.name(),
                Long.toString(order.number()),
                order.status(),
                Optional.ofNullable(around.channels().get(order.channelId())).orElseThrow(),
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
                withMerged(order.orderId(), around).stream()
                        .map(line -> view(line, order.total().currency(), around.items()))
                        .toList(),
                HoldStore.withGuests(
                        around.holds(), order.orderId(), around.guestsOf(order.orderId())));
    }

    /** Its own lines, then those of other orders that go with it. */
    private static List<LineRecord> withMerged(OrderId id, Around around) {
        List<LineRecord> all = new ArrayList<>(around.linesOf(id));
        around.guestsOf(id)
                .forEach(
                        (guest, lineIds) ->
                                around.linesOf(guest).stream()
                                        .filter(line -> lineIds.contains(line.lineId()))
                                        .forEach(all::add));
        return all;
    }

    private static OrderForShipping.Line view(
            LineRecord line, String currency, Map<ItemId, Item> items) {
        ItemId itemId = line.itemId();
        Item item = itemId == null ? null : Optional.ofNullable(items.get(itemId)).orElseThrow();
        boolean weighed = item != null && !item.weight().equals(Weight.ZERO);
        return new OrderForShipping.Line(
                line.lineId(),
                itemId,
                line.sku(),
                line.title(),
                line.toShip(),
                line.shipped(),
                new Money(line.priceMinor(), currency),
                item != null && weighed ? item.weight() : line.unitWeight(),
                item == null ? null : item.size(),
                item == null ? ParcelNeeds.NONE : item.needs());
    }
}
