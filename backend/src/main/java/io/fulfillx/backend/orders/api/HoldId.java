package io.fulfillx.backend.orders.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.UUID;

/** One hold of one order. */
public record HoldId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HoldId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
