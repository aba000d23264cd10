package io.fulfillx.backend.shipping;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt to have one parcel labelled, as it is written down.
 *
 * @param reference our name of the purchase at the carrier, the same on every try of this attempt
 * @param changedAt when the state last changed
 */
record Label(
        UUID labelId,
        ParcelId parcelId,
        int attempt,
        String reference,
        LabelState state,
        String carrier,
        String service,
        String error,
        Instant changedAt,
        @Nullable Purchase purchase) {
    /** What is known once it is paid. */
    record Purchase(
            TrackingNumber trackingNumber,
            String carrierShipmentId,
            Money cost,
            String zplKey,
            String pdfKey) {}
}
