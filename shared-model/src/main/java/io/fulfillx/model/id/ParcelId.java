package io.fulfillx.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.UUID;

/** One physical parcel. At most one live label is ever paid for it. */
public record ParcelId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ParcelId {}

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static ParcelId of(String text) {
        return new ParcelId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
