package io.fulfillx.backend.fulfillment.api;

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

    /** True while a packer may still confirm it as packed. */
    public boolean canBePacked() {
        return this == LABELLED || this == PICKED || this == SET_ASIDE;
    }
}
