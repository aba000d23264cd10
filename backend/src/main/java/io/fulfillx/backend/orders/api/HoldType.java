package io.fulfillx.backend.orders.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why an order must not go on, as a word: upper-case letters, digits and underscores. */
public record HoldType(@JsonValue String name) {
    /** A line names a SKU that the catalog does not have. */
    public static final HoldType UNKNOWN_SKU = new HoldType("UNKNOWN_SKU");

    /** A physical line has no SKU. */
    public static final HoldType MISSING_SKU = new HoldType("MISSING_SKU");

    public static final HoldType ADDRESS = new HoldType("ADDRESS");

    /** A price or a date came in a form that nobody can read. */
    public static final HoldType DATA = new HoldType("DATA");

    public static final HoldType PAYMENT = new HoldType("PAYMENT");

    /** There is not enough stock. */
    public static final HoldType INVENTORY = new HoldType("INVENTORY");

    /** No carrier takes it, or the label could not be bought. */
    public static final HoldType LABEL = new HoldType("LABEL");

    /** It looks like another order placed twice; a person decides. */
    public static final HoldType DUPLICATE_SUSPECT = new HoldType("DUPLICATE_SUSPECT");

    /** A person said so. */
    public static final HoldType MANUAL = new HoldType("MANUAL");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HoldType {
        if (!name.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new IllegalArgumentException(
                    "a hold's type has 1 to 40 upper-case letters, digits and underscores");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
