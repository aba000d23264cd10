package io.fulfillx.model.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A count of units of one item, zero or more, at most one million. */
public record Quantity(@JsonValue int units) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(0);
    public static final Quantity ONE = new Quantity(1);

    /** The largest count a line, a receipt or an adjustment may carry. */
    public static final int MAX_UNITS = 1_000_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Quantity {
        if (units < 0 || units > MAX_UNITS) {
            throw new IllegalArgumentException("a quantity is 0 to " + MAX_UNITS + " units");
        }
    }

    public Quantity plus(Quantity other) {
        return new Quantity(units + other.units);
    }

    /**
     * @throws IllegalArgumentException when the other is larger
     */
    public Quantity minus(Quantity other) {
        return new Quantity(units - other.units);
    }

    public boolean isZero() {
        return units == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Integer.compare(units, other.units);
    }

    @Override
    public String toString() {
        return Integer.toString(units);
    }
}
