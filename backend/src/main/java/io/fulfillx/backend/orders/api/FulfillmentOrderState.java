package io.fulfillx.backend.orders.api;

import static io.fulfillx.backend.platform.state.StateTable.in;

import io.fulfillx.backend.platform.state.StateTable;

/** Where a fulfillment order stands. Holds are apart: a held one keeps its state. */
public enum FulfillmentOrderState {
    /** May be split, merged, moved, and goes to the floor once its stock is reserved. */
    OPEN,
    /** As OPEN, but not before its time. */
    SCHEDULED,
    /** A wave has it; nobody need have begun. */
    PICKING,
    /** All its units lie in totes. */
    PICKED,
    /** Some of its parcels are packed. */
    PACKING,
    /** All its parcels are packed. */
    PACKED,
    /** All its parcels left the bench. */
    SHIPPED,
    CANCELLED,
    /** A parcel of it was set aside; a lead decides. */
    EXCEPTION;

    /** What can be done with a fulfillment order. */
    public enum Verb {
        SCHEDULE,
        OPEN,
        SPLIT,
        MERGE,
        MOVE,
        CHANGE,
        RELEASE,
        PICK_ALL,
        PACK_SOME,
        PACK_ALL,
        SHIP,
        SET_ASIDE,
        RETURN_TO_QUEUE,
        CANCEL,
        RECALL
    }

    /** Every step there is. */
    public static final StateTable<FulfillmentOrderState, Verb> TABLE =
            StateTable.of("The fulfillment order", FulfillmentOrderState.class, Verb.class)
                    .step(in(OPEN, SCHEDULED), Verb.SCHEDULE, SCHEDULED)
                    .step(in(SCHEDULED), Verb.OPEN, OPEN)
                    .stay(in(OPEN, SCHEDULED), Verb.SPLIT)
                    .stay(in(OPEN, SCHEDULED), Verb.MERGE)
                    .stay(in(OPEN, SCHEDULED), Verb.MOVE)
                    .stay(in(OPEN, SCHEDULED), Verb.CHANGE)
                    .step(in(OPEN), Verb.RELEASE, PICKING)
                    .step(in(PICKING, EXCEPTION), Verb.PICK_ALL, PICKED)
                    .step(in(PICKING, PICKED, PACKING, EXCEPTION), Verb.PACK_SOME, PACKING)
                    .step(in(PICKING, PICKED, PACKING, EXCEPTION), Verb.PACK_ALL, PACKED)
                    .step(in(PACKED), Verb.SHIP, SHIPPED)
                    .step(in(PICKING, PICKED, PACKING, EXCEPTION), Verb.SET_ASIDE, EXCEPTION)
                    .step(in(PICKING, PICKED, EXCEPTION), Verb.RETURN_TO_QUEUE, OPEN)
                    .step(
                            in(OPEN, SCHEDULED, PICKING, PICKED, PACKING, EXCEPTION),
                            Verb.CANCEL,
                            CANCELLED)
                    .step(in(PACKED, SHIPPED), Verb.RECALL, CANCELLED)
                    .done();

    /** Whether it can still be planned anew: no wave has it. */
    public boolean isPlannable() {
        return this == OPEN || this == SCHEDULED;
    }

    /** Whether nothing more of it goes to a bench. */
    public boolean isOver() {
        return this == SHIPPED || this == CANCELLED;
    }
}
