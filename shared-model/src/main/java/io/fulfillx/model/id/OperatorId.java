package io.fulfillx.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.UUID;

/** A person who picks or packs. */
public record OperatorId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OperatorId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static OperatorId of(String text) {
        return new OperatorId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
