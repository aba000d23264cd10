package io.fulfillx.launcher.simulate;

import io.fulfillx.model.id.ParcelId;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Statements of the server that fail: one of those to come, or all on some parcel. */
final class Trouble {
    private final Set<ParcelId> poisoned = new HashSet<>();
    private final Set<ParcelId> ever = new HashSet<>();
    private int failIn;

    /**
     * One statement fails, and succeeds when it is tried again.
     *
     * @param statements 1 is the next one
     */
    void comesIn(int statements) {
        failIn = statements;
    }

    /** Nothing can be booked on that parcel. */
    void liesOn(ParcelId parcel) {
        poisoned.add(parcel);
        ever.add(parcel);
    }

    void end() {
        failIn = 0;
        poisoned.clear();
    }

    /** Whether something could not be booked on that parcel at some time. */
    boolean everLayOn(ParcelId parcel) {
        return ever.contains(parcel);
    }

    /** Something is about to be booked on these. */
    void strike(Collection<ParcelId> parcels) {
        if (failIn > 0 && --failIn == 0 || parcels.stream().anyMatch(poisoned::contains)) {
            throw new IllegalStateException("a statement failed");
        }
    }
}
