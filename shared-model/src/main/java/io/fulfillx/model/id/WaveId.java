package io.fulfillx.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.UUID;

/** A set of orders released to a station together. */
public record WaveId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WaveId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static WaveId of(String text) {
        return new WaveId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
