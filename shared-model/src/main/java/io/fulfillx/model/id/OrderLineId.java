package io.fulfillx.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.UUID;

/** One line of an order. */
public record OrderLineId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderLineId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static OrderLineId of(String text) {
        return new OrderLineId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
