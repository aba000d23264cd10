package io.fulfillx.backend.inventory.ledger;

/**
 * The units of a level, or a change of them.
 *
 * @param onHand units that are there, sellable or not
 * @param reserved of these, promised to orders
 * @param allocated of the reserved, bound to just this place and lot
 * @param quarantine on hand, kept apart
 * @param damaged on hand, not fit for sale
 * @param inspection on hand, to be looked at first
 * @param inTransit on the way here, not on hand
 */
public record Buckets(
        int onHand,
        int reserved,
        int allocated,
        int quarantine,
        int damaged,
        int inspection,
        int inTransit) {
    public static final Buckets ZERO = new Buckets(0, 0, 0, 0, 0, 0, 0);

    public static Buckets onHand(int units) {
        return ZERO.withOnHand(units);
    }

    public static Buckets reserved(int units) {
        return ZERO.withReserved(units);
    }

    public static Buckets allocated(int units) {
        return ZERO.withAllocated(units);
    }

    public static Buckets inTransit(int units) {
        return ZERO.withInTransit(units);
    }

    public Buckets withOnHand(int units) {
        return new Buckets(units, reserved, allocated, quarantine, damaged, inspection, inTransit);
    }

    public Buckets withReserved(int units) {
        return new Buckets(onHand, units, allocated, quarantine, damaged, inspection, inTransit);
    }

    public Buckets withAllocated(int units) {
        return new Buckets(onHand, reserved, units, quarantine, damaged, inspection, inTransit);
    }

    public Buckets withInTransit(int units) {
        return new Buckets(onHand, reserved, allocated, quarantine, damaged, inspection, units);
    }

    public Buckets plus(Buckets other) {
        return new Buckets(
                onHand + other.onHand,
                reserved + other.reserved,
                allocated + other.allocated,
                quarantine + other.quarantine,
                damaged + other.damaged,
                inspection + other.inspection,
                inTransit + other.inTransit);
    }

    public Buckets negated() {
        return new Buckets(
                -onHand, -reserved, -allocated, -quarantine, -damaged, -inspection, -inTransit);
    }

    /** What can be promised: on hand, sellable and not promised yet. */
    public int available() {
        return onHand - reserved - quarantine - damaged - inspection;
    }

    /** Whether a level can be so: nothing below zero, nothing promised that is not there. */
    public boolean areSound() {
        return reserved >= 0
                && allocated >= 0
                && allocated <= reserved
                && quarantine >= 0
                && damaged >= 0
                && inspection >= 0
                && inTransit >= 0
                && available() >= 0;
    }

    /** How many units these differ from others, bucket by bucket. */
    public long distance(Buckets other) {
        return (long) Math.abs(onHand - other.onHand)
                + Math.abs(reserved - other.reserved)
                + Math.abs(allocated - other.allocated)
                + Math.abs(quarantine - other.quarantine)
                + Math.abs(damaged - other.damaged)
                + Math.abs(inspection - other.inspection)
                + Math.abs(inTransit - other.inTransit);
    }
}
