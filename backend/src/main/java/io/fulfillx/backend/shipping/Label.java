package io.fulfillx.backend.shipping;

import io.fulfillx.backend.shipping.api.ParcelLabel.BoughtFor;
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
 * @param boughtFor what the carrier is told; null before that
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
        @Nullable BoughtFor boughtFor,
        @Nullable Purchase purchase) {
    /**
     * What is known once it is paid.
     *
     * @param cost null while the carrier has not sent its bill: a station made the number
     * @param zplKey empty when the sheet is a station's, as is the next one
     */
    record Purchase(
            TrackingNumber trackingNumber,
            String carrierShipmentId,
            @Nullable Money cost,
            String zplKey,
            String pdfKey) {
        /** Whether a station made its number. */
        boolean isLeased() {
            return zplKey.isEmpty();
        }
    }
}
