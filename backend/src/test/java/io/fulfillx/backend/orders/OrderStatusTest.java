package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class OrderStatusTest {
    private static final OrderId ORDER = new OrderId(new UUID(0, 1));

    /** STATE quantity/allocated/shipped, with * when somebody began and - when it lacks stock. */
    private static FulfillmentOrder part(int number, String text) {
        String[] words = text.split(" ");
        String[] units = words[1].split("/");
        Instant then = Instant.EPOCH;
        FulfillmentOrder.Line line =
                new FulfillmentOrder.Line(
                        new OrderLineId(new UUID(0, number)),
                        ORDER,
                        new Quantity(Integer.parseInt(units[0])),
                        new Quantity(Integer.parseInt(units[1])),
                        new Quantity(Integer.parseInt(units[2])));
        return new FulfillmentOrder(
                new FulfillmentOrderId(new UUID(1, number)),
                ORDER,
                number,
                "MAIN",
                "",
                FulfillmentOrderState.valueOf(words[0]),
                null,
                text.endsWith("*") ? then : null,
                text.endsWith("-") ? then : null,
                List.of(line));
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN 2/0/0, RECEIVED, unmatched",
        "OPEN 2/0/0, VALIDATED, ''",
        "OPEN 2/0/0 -, BACKORDERED, ''",
        "OPEN 2/2/0, ALLOCATED, ''",
        "SCHEDULED 2/2/0, ALLOCATED, ''",
        "OPEN 2/1/0 -, PARTIALLY_ALLOCATED, ''",
        "OPEN 2/2/0; OPEN 1/0/0 -, PARTIALLY_ALLOCATED, ''",
        "PICKING 2/2/0, RELEASED, ''",
        "PICKING 2/2/0 *, IN_FULFILLMENT, ''",
        "PICKED 2/2/0 *, IN_FULFILLMENT, ''",
        "EXCEPTION 2/2/0, IN_FULFILLMENT, ''",
        "PICKING 2/2/0; OPEN 1/0/0 -, RELEASED, ''",
        "PACKING 2/2/1 *, PARTIALLY_SHIPPED, ''",
        "SHIPPED 2/2/2 *; OPEN 1/0/0 -, PARTIALLY_SHIPPED, ''",
        "SHIPPED 2/2/2 *, SHIPPED, ''",
        "SHIPPED 2/2/2 *; CANCELLED 1/0/0, SHIPPED, ''",
        "SHIPPED 2/2/2 *, DELIVERED, delivered",
        "SHIPPED 2/2/2 *, CLOSED, closed",
        "PICKING 2/2/0 *, CANCEL_REQUESTED, cancelling",
        "SHIPPED 2/2/2 *, SHIPPED, cancelling",
        "CANCELLED 2/0/0, CANCELLED, ''",
        "'', CANCELLED, cancelled",
        "'', NOTHING_TO_SHIP, ''"
    })
    void theStatusFollowsFromTheParts(String parts, OrderStatus status, String marks) {
        List<FulfillmentOrder> all = new ArrayList<>();
        for (String text : parts.split("; ")) {
            if (!text.isEmpty()) {
                all.add(part(all.size() + 1, text));
            }
        }
        assertEquals(
                status,
                OrderStatusPolicy.status(
                        new OrderStatusPolicy.Facts(
                                !marks.equals("unmatched"),
                                marks.equals("cancelling"),
                                marks.equals("cancelled"),
                                marks.equals("closed"),
                                marks.equals("delivered"),
                                all)));
    }
}
