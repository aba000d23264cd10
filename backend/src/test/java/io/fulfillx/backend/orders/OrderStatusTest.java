package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.orders.api.OrderStatus;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.stream.Collectors;

class OrderStatusTest {
    @ParameterizedTest
    @CsvSource({
        "RECEIVED, ALLOCATED BACKORDERED CANCELLED",
        "ALLOCATED, BACKORDERED RELEASED CANCELLED",
        "BACKORDERED, ALLOCATED CANCELLED",
        "RELEASED, ALLOCATED BACKORDERED IN_FULFILLMENT PARTIALLY_SHIPPED SHIPPED CANCELLED",
        "IN_FULFILLMENT, ALLOCATED BACKORDERED PARTIALLY_SHIPPED SHIPPED CANCELLED",
        "PARTIALLY_SHIPPED, ALLOCATED BACKORDERED SHIPPED",
        "SHIPPED, ''",
        "CANCELLED, ''",
        "NOTHING_TO_SHIP, ''"
    })
    void aStatusLeadsToTheseAndNoOther(OrderStatus from, String to) {
        String allowed =
                Arrays.stream(OrderStatus.values())
                        .filter(from::canBecome)
                        .map(OrderStatus::name)
                        .collect(Collectors.joining(" "));
        assertEquals(to, allowed);
    }
}
