package io.fulfillx.backend.fulfillment.api;

import io.fulfillx.model.id.ParcelId;

/**
 * That a parcel leaves the bench.
 *
 * @param parcel locked by the transaction
 * @param correlation of the act
 */
public record Packing(Parcel parcel, PackedParcel packed, String correlation) {
    public ParcelId parcelId() {
        return parcel.parcelId();
    }
}
