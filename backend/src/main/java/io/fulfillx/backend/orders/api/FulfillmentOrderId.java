package io.fulfillx.backend.orders.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.UUID;

/** One part of an order that is sent together. */
public record FulfillmentOrderId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FulfillmentOrderId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
