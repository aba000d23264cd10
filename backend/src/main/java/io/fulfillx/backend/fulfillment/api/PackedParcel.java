package io.fulfillx.backend.fulfillment.api;

import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;

import java.net.URI;
import java.time.Instant;

/**
 * What a station confirms when a parcel leaves the bench.
 *
 * @param carrierName as buyers know it
 * @param trackingUrl where the buyer follows the parcel
 * @param carton code of the carton that was taken
 * @param at the station's clock
 */
public record PackedParcel(
        TrackingNumber trackingNumber,
        String carrierName,
        URI trackingUrl,
        String carton,
        Weight weight,
        OperatorId operatorId,
        Instant at) {}
