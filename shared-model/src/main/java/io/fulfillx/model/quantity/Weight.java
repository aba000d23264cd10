package io.fulfillx.model.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A mass in whole grams, 0 to 1,000 kg. */
public record Weight(@JsonValue int grams) implements Comparable<Weight> {
    public static final Weight ZERO = new Weight(0);

    private static final int MAX_GRAMS = 1_000_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Weight {
        if (grams < 0 || grams > MAX_GRAMS) {
            throw new IllegalArgumentException("a weight is 0 to 1,000,000 g");
        }
    }

    public Weight plus(Weight other) {
        return new Weight(grams + other.grams);
    }

    public Weight times(Quantity quantity) {
        return new Weight(Math.multiplyExact(grams, quantity.units()));
    }

    @Override
    public int compareTo(Weight other) {
        return Integer.compare(grams, other.grams);
    }

    @Override
    public String toString() {
        return grams + " g";
    }
}
