package io.fulfillx.backend.orders;

import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.channels.ChannelLine;
import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.IntakeProblem;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.stock.ReserveOutcome;
import io.fulfillx.model.stock.ReserveStockRequest;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An order on its way in, before anything of it is written. What is wrong with it becomes a hold;
 * whether its stock was there decides the status with which it is written.
 */
final class IntakeDraft {
    private final IncomingOrder incoming;
    private final OrderId orderId;
    private final FulfillmentOrderId partId;
    private final List<LineRecord> lines;
    private final List<ActiveHold> holds = new ArrayList<>();
    private final Supplier<UUID> ids;
    private final boolean matched;
    private OrderStatus status;
    private String because = "";
    private List<ReserveOutcome.Missing> missing = List.of();

    /**
     * @param problems what the intake policy says of it
     * @param items what the catalog knows of its SKUs
     */
    IntakeDraft(
            IncomingOrder incoming,
            List<IntakeProblem> problems,
            Map<Sku, Item> items,
            Supplier<UUID> ids) {
        this.incoming = incoming;
        this.ids = ids;
        orderId = new OrderId(ids.get());
        partId = new FulfillmentOrderId(ids.get());
        status = firstStatus(incoming.order());
        lines = incoming.order().lines().stream().map(line -> line(line, items, ids)).toList();
        if (status == OrderStatus.RECEIVED) {
            problems.forEach(this::hold);
            matched = holdUnmatched();
        } else {
            matched = false;
        }
    }

    private static OrderStatus firstStatus(ChannelOrder order) {
        if (order.cancelledAt() != null) {
            return OrderStatus.CANCELLED;
        }
        return order.unitsToShip() == 0 ? OrderStatus.NOTHING_TO_SHIP : OrderStatus.RECEIVED;
    }

    private static LineRecord line(ChannelLine line, Map<Sku, Item> items, Supplier<UUID> ids) {
        Sku sku = line.sku();
        Item item = sku == null || line.toShip().isZero() ? null : items.get(sku);
        return new LineRecord(
                new OrderLineId(ids.get()),
                line.channelLineId(),
                sku,
                line.title(),
                item == null ? null : item.itemId(),
                line.ordered(),
                line.toShip(),
                Quantity.ZERO,
                line.unitWeight(),
                line.unitPrice().minor(),
                line.requiresShipping(),
                null);
    }

    private void hold(IntakeProblem problem) {
        switch (problem) {
            case IntakeProblem.AddressMissing(), IntakeProblem.AddressIncomplete(_, _) ->
                    hold(HoldType.ADDRESS, sentence(problem));
            case IntakeProblem.Unreadable(_, _) -> hold(HoldType.DATA, sentence(problem));
            case IntakeProblem.PaymentOpen(_) -> hold(HoldType.PAYMENT, sentence(problem));
            // Seen below with the lines, as it is again when the catalog learns of an item.
            case IntakeProblem.MissingSku(_, _) -> {}
        }
    }

    private static String sentence(IntakeProblem problem) {
        String detail = problem.detail();
        return Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + ".";
    }

    private void hold(HoldType type, String reason) {
        holds.add(new ActiveHold(new HoldId(ids.get()), type, reason));
    }

    /** True when the catalog knows every line that is to be shipped. */
    private boolean holdUnmatched() {
        Map<String, HoldType> wanted = new LinkedHashMap<>();
        open().filter(line -> line.itemId() == null)
                .forEach(
                        line ->
                                wanted.put(
                                        AllocateOrder.unmatched(line),
                                        line.sku() == null
                                                ? HoldType.MISSING_SKU
                                                : HoldType.UNKNOWN_SKU));
        wanted.forEach((reason, type) -> hold(type, reason));
        return wanted.isEmpty();
    }

    /** Lines of which something is to be sent. */
    Stream<LineRecord> open() {
        return lines.stream().filter(line -> !line.toShip().isZero());
    }

    ChannelOrder order() {
        return incoming.order();
    }

    OrderId orderId() {
        return orderId;
    }

    /** The first part of the order: all that is to be sent. */
    FulfillmentOrderId partId() {
        return partId;
    }

    /** False when there is nothing to do for us. */
    boolean isToBeSent() {
        return status != OrderStatus.CANCELLED && status != OrderStatus.NOTHING_TO_SHIP;
    }

    OrderStatus status() {
        return status;
    }

    String actor() {
        return incoming.actor();
    }

    String correlation() {
        return incoming.correlation();
    }

    List<LineRecord> lines() {
        return lines;
    }

    List<ActiveHold> holds() {
        return holds;
    }

    /** Whether its stock can be asked for. */
    boolean wantsStock() {
        return matched;
    }

    ReserveStockRequest request() {
        return new ReserveStockRequest(
                orderId,
                open().map(
                                line ->
                                        new ReserveStockRequest.Line(
                                                line.lineId(),
                                                Objects.requireNonNull(line.sku()),
                                                line.toShip()))
                        .toList());
    }

    /** Takes over what came of asking for its stock. */
    void settle(ReserveOutcome outcome) {
        switch (outcome) {
            case ReserveOutcome.Reserved(_), ReserveOutcome.AlreadyReserved(_) -> {
                status = OrderStatus.ALLOCATED;
                because = AllocateOrder.ALL_RESERVED;
            }
            case ReserveOutcome.NotEnough(List<ReserveOutcome.Missing> lacking) -> {
                status = OrderStatus.BACKORDERED;
                because = AllocateOrder.sentence(lacking);
                missing = lacking;
                hold(HoldType.INVENTORY, because);
            }
        }
    }

    /** Something that happened to it, for its history. */
    record Event(String what, String detail) {}

    /** In the order in which it happened. */
    List<Event> history() {
        List<Event> events = new ArrayList<>();
        OrderStatus first = firstStatus(incoming.order());
        events.add(new Event(first.name(), "Order " + incoming.order().name() + " came in."));
        holds.forEach(
                hold -> events.add(new Event("HOLD_PLACED", hold.type() + ": " + hold.reason())));
        if (status != first) {
            events.add(new Event(status.name(), because));
        }
        return events;
    }

    OrderRecord record(long number, Instant now) {
        ChannelOrder order = incoming.order();
        return new OrderRecord(
                orderId,
                incoming.channel(),
                order.channelOrderId(),
                order.name(),
                number,
                status,
                order.placedAt(),
                now,
                order.total(),
                order.email(),
                order.paymentState().name(),
                order.shipTo(),
                order.requestedService(),
                null,
                null,
                order.note(),
                order.tags(),
                null,
                null);
    }

    Intake.Received received(OrderRecord order) {
        return new Intake.Received(order, lines, List.copyOf(holds), missing);
    }

    /** The item of a line, for the rows of the order's lines. */
    static @Nullable UUID item(LineRecord line) {
        ItemId item = line.itemId();
        return item == null ? null : item.value();
    }
}
