package io.fulfillx.backend.shipping.api;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;

import java.net.URI;

/**
 * The paid label of a parcel.
 *
 * @param carrierName as buyers know it
 * @param trackingUrl where a buyer follows the parcel
 * @param zplKey where its ZPL document is stored
 * @param pdfKey where its PDF document is stored
 * @param live false when it was taken back, or is being taken back
 */
public record ParcelLabel(
        ParcelId parcelId,
        TrackingNumber trackingNumber,
        String service,
        String carrierName,
        URI trackingUrl,
        String zplKey,
        String pdfKey,
        boolean live) {}
