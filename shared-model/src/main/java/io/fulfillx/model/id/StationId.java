package io.fulfillx.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.UUID;

/** One packing station. */
public record StationId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StationId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static StationId of(String text) {
        return new StationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
