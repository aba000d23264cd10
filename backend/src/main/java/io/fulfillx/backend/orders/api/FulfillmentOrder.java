package io.fulfillx.backend.orders.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One part of an order: what one warehouse sends as one group.
 *
 * @param orderId the order it belongs to; lines of other orders were merged into it
 * @param number 1-based, unique within the order
 * @param fulfillAt not to be released before; set while it is SCHEDULED
 * @param startedAt when somebody began to pick or pack it
 * @param backorderedAt when stock was asked for and there was too little
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FulfillmentOrder(
        FulfillmentOrderId fulfillmentOrderId,
        OrderId orderId,
        int number,
        String warehouse,
        String shipGroup,
        FulfillmentOrderState state,
        @Nullable Instant fulfillAt,
        @Nullable Instant startedAt,
        @Nullable Instant backorderedAt,
        List<Line> lines) {
    public FulfillmentOrder {
        lines = List.copyOf(lines);
    }

    /**
     * Units of one order line.
     *
     * @param orderId the order that was sold
     * @param allocated of them reserved, shipped ones included
     * @param shipped of them out of the house
     */
    public record Line(
            OrderLineId lineId,
            OrderId orderId,
            Quantity quantity,
            Quantity allocated,
            Quantity shipped) {
        /** The same line when more of it has left. */
        public Line shipping(Quantity units) {
            return new Line(lineId, orderId, quantity, allocated, shipped.plus(units));
        }

        public Quantity lacking() {
            return quantity.minus(allocated);
        }

        /** Reserved and still here. */
        public Quantity promised() {
            return allocated.minus(shipped);
        }
    }

    /** Proof that no wave has it: what replans takes this and nothing else. */
    public static final class Plannable {
        private final FulfillmentOrder part;

        private Plannable(FulfillmentOrder part) {
            this.part = part;
        }

        public FulfillmentOrder part() {
            return part;
        }
    }

    /**
     * The proof that it can still be planned anew.
     *
     * @throws Fault NOT_ALLOWED_NOW naming what is possible instead
     */
    public Plannable plannable(FulfillmentOrderState.Verb verb) {
        FulfillmentOrderState same = FulfillmentOrderState.TABLE.require(state, verb);
        if (!same.isPlannable()) {
            throw FulfillmentOrderState.TABLE.refusal(state, verb);
        }
        return new Plannable(this);
    }

    public int units() {
        return lines.stream().mapToInt(line -> line.quantity().units()).sum();
    }

    public int allocatedUnits() {
        return lines.stream().mapToInt(line -> line.allocated().units()).sum();
    }

    public int shippedUnits() {
        return lines.stream().mapToInt(line -> line.shipped().units()).sum();
    }

    @JsonIgnore
    public boolean isAllocated() {
        return lines.stream().allMatch(line -> line.lacking().isZero());
    }

    /** The same part with only the lines of that order. */
    public FulfillmentOrder of(OrderId order) {
        return with(state, lines.stream().filter(line -> line.orderId().equals(order)).toList());
    }

    /** The same part in that state, with those lines. */
    public FulfillmentOrder with(FulfillmentOrderState now, List<Line> others) {
        return new FulfillmentOrder(
                fulfillmentOrderId,
                orderId,
                number,
                warehouse,
                shipGroup,
                now,
                fulfillAt,
                startedAt,
                backorderedAt,
                others);
    }
}
