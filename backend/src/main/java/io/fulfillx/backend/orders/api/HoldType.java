package io.fulfillx.backend.orders.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Set;

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

    /** A person said so. */
    public static final HoldType MANUAL = new HoldType("MANUAL");

    public static final HoldType FRAUD = new HoldType("FRAUD");

    /** Something went wrong at a bench. */
    public static final HoldType OPERATOR = new HoldType("OPERATOR");

    /** The seller wants it to wait. */
    public static final HoldType CLIENT = new HoldType("CLIENT");

    /** It may go on from a time on. */
    public static final HoldType UNTIL_DATE = new HoldType("UNTIL_DATE");

    /** Dangerous goods or export papers are not settled. */
    public static final HoldType COMPLIANCE = new HoldType("COMPLIANCE");

    /** It looks like another order. */
    public static final HoldType DUPLICATE_SUSPECT = new HoldType("DUPLICATE_SUSPECT");

    /** What a person may place; the others follow from facts. */
    public static final Set<HoldType> BY_HAND =
            Set.of(
                    FRAUD,
                    ADDRESS,
                    PAYMENT,
                    OPERATOR,
                    CLIENT,
                    UNTIL_DATE,
                    COMPLIANCE,
                    DUPLICATE_SUSPECT,
                    MANUAL);

    /** What ends a hold without a person. */
    public enum AutoRelease {
        NEVER,
        /** Its time has come. */
        AT_ITS_TIME,
        /** Stock came. */
        STOCKED,
        /** The catalog knows the item. */
        ITEM_KNOWN,
        /** The address was corrected. */
        ADDRESS_CORRECTED
    }

    /**
     * What ends a hold of this type by itself.
     *
     * @param hasTime it was placed until a time
     */
    public AutoRelease autoRelease(boolean hasTime) {
        if (hasTime) {
            return AutoRelease.AT_ITS_TIME;
        }
        return switch (name) {
            case "INVENTORY" -> AutoRelease.STOCKED;
            case "UNKNOWN_SKU", "MISSING_SKU" -> AutoRelease.ITEM_KNOWN;
            case "ADDRESS" -> AutoRelease.ADDRESS_CORRECTED;
            default -> AutoRelease.NEVER;
        };
    }

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
