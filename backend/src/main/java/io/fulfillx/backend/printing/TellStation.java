package io.fulfillx.backend.printing;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;

/** Lets the parcel's station know that its label is on paper, or is not after all. */
final class TellStation {
    private final FulfillmentModule fulfillment;
    private final Feed feed;

    TellStation(FulfillmentModule fulfillment, Feed feed) {
        this.fulfillment = fulfillment;
        this.feed = feed;
    }

    void about(Tx tx, ParcelId parcel) {
        fulfillment
                .find(tx, parcel)
                .ifPresent(
                        found ->
                                feed.add(
                                        tx,
                                        FulfillmentModule.PARCEL_CHANGED,
                                        parcel.value(),
                                        found.stationId().value()));
    }
}
