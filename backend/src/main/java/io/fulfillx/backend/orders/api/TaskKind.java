package io.fulfillx.backend.orders.api;

/** Work by hand that a decision or a conflict asks for. */
public enum TaskKind {
    /** Put what lies in the tote into the exception bin or back to its place. */
    EMPTY_TOTE,
    /** Open the parcel and put its units back to their place. */
    UNPACK,
    /** Bring the parcel to the shelf where parcels wait for a lead. */
    HOLD_SHELF,
    /** Tear up the label: nothing may leave under it. */
    DESTROY_LABEL,
    /** Ask the carrier for the money of a label that it did not take back. */
    VOID_LABEL,
    /** Count what lies at a place. */
    RECOUNT,
    /** Take a parcel back that is with the carrier. */
    RETURN,
    /** Stick the carrier's label on a parcel that waits on the lane under its plate. */
    LABEL_PARCEL,
    /** Get a parcel back, or its number taken, that the carrier refused on a manifest. */
    REFUSED_NUMBER
}
