package io.fulfillx.model.label;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The carrier's number of one parcel: 6 to 40 letters and digits. */
public record TrackingNumber(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TrackingNumber {
        if (!value.matches("[A-Za-z0-9]{6,40}")) {
            throw new IllegalArgumentException("a tracking number has 6 to 40 letters and digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
