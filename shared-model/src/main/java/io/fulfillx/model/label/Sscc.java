package io.fulfillx.model.label;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.fulfillx.model.item.Gtin;

/**
 * The number of one shipping unit: 18 digits with a correct check digit (GS1 General
 * Specifications, 3.2). A company never gives one out twice.
 */
public record Sscc(@JsonValue String digits) {
    private static final int LENGTH = 18;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sscc {
        if (!digits.matches("[0-9]{18}") || Gtin.checkDigit(digits) != digits.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("not an SSCC with a correct check digit");
        }
    }

    /** As it stands in the barcode and beside it: behind its application identifier. */
    public String element() {
        return "00" + digits;
    }

    public TrackingNumber asNumber() {
        return new TrackingNumber(digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
