package io.fulfillx.desktop.store;

/** How far a parcel has come at this station. */
public enum WorkStage {
    TO_PICK,
    PICKING,
    /** Everything is in the tote (or given up as short). */
    PICKED,
    /** On the bench: being verified, weighed or labelled. */
    PACKING,
    /** Packed under a plate: it waits on the lane for its carrier's label. */
    PLATED,
    PACKED,
    /** An exception: waits for a lead. */
    ASIDE
}
