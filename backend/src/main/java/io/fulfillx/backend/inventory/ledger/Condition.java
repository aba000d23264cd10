package io.fulfillx.backend.inventory.ledger;

import java.util.Locale;

/** What units on hand are fit for. */
public enum Condition {
    SELLABLE,
    QUARANTINE,
    INSPECTION,
    DAMAGED;

    /** The bucket that counts units of this condition beside what is on hand. */
    Buckets bucket(int units) {
        return switch (this) {
            case SELLABLE -> Buckets.ZERO;
            case QUARANTINE -> new Buckets(0, 0, 0, units, 0, 0, 0);
            case DAMAGED -> new Buckets(0, 0, 0, 0, units, 0, 0);
            case INSPECTION -> new Buckets(0, 0, 0, 0, 0, units, 0);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
