package io.fulfillx.backend.fulfillment.api;

import static io.fulfillx.backend.platform.state.StateTable.in;

import io.fulfillx.backend.platform.state.StateTable;

/** Where a parcel stands between plan and bench. */
public enum ParcelStatus {
    /** Released with its wave; the label is not bought yet. */
    PLANNED,
    /** Its label is paid and stored; a station may work on it. */
    LABELLED,
    /** Everything that is there lies in the tote. */
    PICKED,
    /** Left the bench; its units are out of stock. */
    PACKED,
    /** Its order was cancelled. */
    CANCELLED,
    /** Could not be finished; a lead decides by releasing the order's hold. */
    SET_ASIDE;

    /** What can be done with a parcel. */
    public enum Verb {
        LABEL,
        PICK,
        /** Units have to be picked anew. */
        UNPICK,
        PACK,
        SET_ASIDE,
        /** Its label is taken back and another one is bought. */
        REPLACE_LABEL,
        /** A packed one only while it is still in the house. */
        CANCEL
    }

    /** Every step there is. */
    public static final StateTable<ParcelStatus, Verb> TABLE =
            StateTable.of("The parcel", ParcelStatus.class, Verb.class)
                    .step(in(PLANNED), Verb.LABEL, LABELLED)
                    .step(in(LABELLED), Verb.PICK, PICKED)
                    .step(in(PICKED), Verb.UNPICK, LABELLED)
                    .step(in(LABELLED, PICKED, SET_ASIDE), Verb.PACK, PACKED)
                    .step(in(LABELLED, PICKED, SET_ASIDE), Verb.SET_ASIDE, SET_ASIDE)
                    .step(in(LABELLED, PICKED, SET_ASIDE), Verb.REPLACE_LABEL, PLANNED)
                    .step(in(PLANNED, LABELLED, PICKED, SET_ASIDE, PACKED), Verb.CANCEL, CANCELLED)
                    .done();

    /** True while a packer may still confirm it as packed. */
    public boolean canBePacked() {
        return TABLE.next(this, Verb.PACK).isPresent();
    }
}
