package io.fulfillx.backend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.stock.ReserveOutcome;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What came of an order that was sent over the API.
 *
 * @param number ours, for people
 * @param orderNumber the seller's
 * @param outcome {@code received}, or {@code already-received} when it was here before
 * @param missing what there was not enough of; then nothing is reserved
 */
record CreatedOrder(
        OrderId orderId,
        String number,
        String orderNumber,
        OrderStatus status,
        String outcome,
        List<CreatedLine> lines,
        List<MissingStock> missing,
        List<CreatedHold> holds) {

    /** One line and how many of its units are reserved. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CreatedLine(
            OrderLineId lineId, @Nullable Sku sku, Quantity quantity, Quantity reserved) {}

    record MissingStock(Sku sku, Quantity needed, Quantity available) {
        static MissingStock of(ReserveOutcome.Missing missing) {
            return new MissingStock(missing.sku(), missing.asked(), missing.available());
        }
    }

    /** Why it does not go on by itself. */
    record CreatedHold(HoldType type, String reason) {
        static CreatedHold of(ActiveHold hold) {
            return new CreatedHold(hold.type(), hold.reason());
        }
    }

    boolean wasHereBefore() {
        return outcome.equals(IntakeResult.Outcome.ALREADY_RECEIVED.word());
    }

    static CreatedOrder of(Intake.Received received) {
        boolean reserved = received.order().status() == OrderStatus.ALLOCATED;
        return new CreatedOrder(
                received.orderId(),
                Long.toString(received.order().number()),
                received.order().channelOrderId(),
                received.order().status(),
                IntakeResult.Outcome.RECEIVED.word(),
                received.lines().stream()
                        .map(line -> line(line, reserved ? line.toShip() : Quantity.ZERO))
                        .toList(),
                received.missing().stream().map(MissingStock::of).toList(),
                received.holds().stream().map(CreatedHold::of).toList());
    }

    /**
     * An order that was here before, as it is now.
     *
     * @param reserved units by line
     */
    static CreatedOrder known(
            OrderRecord order,
            List<LineRecord> lines,
            Map<OrderLineId, Quantity> reserved,
            List<ActiveHold> holds) {
        return new CreatedOrder(
                order.orderId(),
                Long.toString(order.number()),
                order.channelOrderId(),
                order.status(),
                IntakeResult.Outcome.ALREADY_RECEIVED.word(),
                lines.stream()
                        .map(
                                line ->
                                        line(
                                                line,
                                                reserved.getOrDefault(
                                                        line.lineId(), Quantity.ZERO)))
                        .toList(),
                List.of(),
                holds.stream().map(CreatedHold::of).toList());
    }

    private static CreatedLine line(LineRecord line, Quantity reserved) {
        return new CreatedLine(line.lineId(), line.sku(), line.ordered(), reserved);
    }
}
