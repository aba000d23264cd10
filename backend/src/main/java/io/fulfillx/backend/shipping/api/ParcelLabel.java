package io.fulfillx.backend.shipping.api;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * The paid label of a parcel.
 *
 * @param carrierName as buyers know it
 * @param trackingUrl where a buyer follows the parcel
 * @param zplKey where its ZPL document is stored; empty when its station drew it
 * @param pdfKey where its PDF document is stored
 * @param live false when it was taken back, or is being taken back
 * @param boughtFor null where that was not written down
 */
public record ParcelLabel(
        ParcelId parcelId,
        TrackingNumber trackingNumber,
        String service,
        String carrierName,
        URI trackingUrl,
        String zplKey,
        String pdfKey,
        boolean live,
        @Nullable BoughtFor boughtFor) {
    /** False when its station drew its sheet: nobody else has it. */
    public boolean hasDocuments() {
        return !zplKey.isEmpty();
    }

    /** What the carrier was told of the parcel. */
    public record BoughtFor(String carton, Weight weight) {}
}
