package io.fulfillx.model.station;

import io.fulfillx.model.id.ParcelId;

/**
 * Which station has a parcel.
 *
 * @param orderName the number the buyer knows
 * @param epoch the fencing number of its claim
 */
public record ClaimNotice(ParcelId parcelId, String orderName, String stationName, int epoch) {}
