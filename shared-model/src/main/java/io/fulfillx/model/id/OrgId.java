package io.fulfillx.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.UUID;

/** An organisation: one merchant, or one client of a 3PL. Nothing crosses it. */
public record OrgId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrgId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static OrgId of(String text) {
        return new OrgId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
