package io.fulfillx.backend.carriers;

import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Money;

/**
 * A label that was paid for.
 *
 * @param carrierShipmentId the carrier's own id, used to void
 */
public record PurchasedLabel(
        TrackingNumber trackingNumber,
        String service,
        Money price,
        LabelDocument zpl,
        LabelDocument pdf,
        String carrierShipmentId) {}
