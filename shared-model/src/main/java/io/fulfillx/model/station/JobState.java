package io.fulfillx.model.station;

/** What a station may do with a parcel. */
public enum JobState {
    /** Labelled and free to pick and pack. */
    READY,
    /** Held: nothing may be scanned into it until the hold is released. */
    HELD,
    /** Cancelled or taken to another station: put everything back. */
    WITHDRAWN,
    /** Left the bench. */
    SHIPPED
}
