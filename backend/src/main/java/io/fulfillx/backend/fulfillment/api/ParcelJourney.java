package io.fulfillx.backend.fulfillment.api;

import static io.fulfillx.backend.platform.state.StateTable.in;

import io.fulfillx.backend.platform.state.StateTable;

/** Where a packed parcel is on its way. A lost parcel stays a packed one. */
public enum ParcelJourney {
    /** In the house. */
    HERE,
    /** On a manifest or with the driver. */
    MANIFESTED,
    /** The carrier scanned it for the first time. */
    ACCEPTED,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    DELIVERED,
    /** Lost, damaged or refused. */
    EXCEPTION,
    RETURNED;

    /** What happens to a packed parcel. */
    public enum Verb {
        HAND_OVER,
        TAKE_BACK,
        ACCEPT,
        TRAVEL,
        GO_OUT,
        DELIVER,
        FAIL,
        RETURN
    }

    /** Every step there is; carriers leave scans out, so a parcel may skip some. */
    public static final StateTable<ParcelJourney, Verb> TABLE =
            StateTable.of("The parcel", ParcelJourney.class, Verb.class)
                    .step(in(HERE), Verb.HAND_OVER, MANIFESTED)
                    .step(in(MANIFESTED), Verb.TAKE_BACK, HERE)
                    .step(in(HERE, MANIFESTED), Verb.ACCEPT, ACCEPTED)
                    .step(
                            in(MANIFESTED, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY, EXCEPTION),
                            Verb.TRAVEL,
                            IN_TRANSIT)
                    .step(
                            in(MANIFESTED, ACCEPTED, IN_TRANSIT, EXCEPTION),
                            Verb.GO_OUT,
                            OUT_FOR_DELIVERY)
                    .step(
                            in(MANIFESTED, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY, EXCEPTION),
                            Verb.DELIVER,
                            DELIVERED)
                    .step(
                            in(MANIFESTED, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY),
                            Verb.FAIL,
                            EXCEPTION)
                    .step(
                            in(ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY, EXCEPTION),
                            Verb.RETURN,
                            RETURNED)
                    .done();
}
