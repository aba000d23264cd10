package io.fulfillx.model.station;

import io.fulfillx.model.id.ParcelId;

import java.time.Instant;
import java.util.UUID;

/**
 * Something to be done by hand at a station, because what it did met what others did meanwhile.
 *
 * @param kind EMPTY_TOTE, UNPACK, HOLD_SHELF, DESTROY_LABEL, RECOUNT…
 * @param orderCode body of the barcode by which it is confirmed, see OrderCode
 * @param place what is to be counted, of a RECOUNT; the number on a parcel that is to be labelled
 *     or kept
 * @param instruction the next step in English, for kinds that the station does not know
 */
public record StationTask(
        UUID taskId,
        ParcelId parcelId,
        String kind,
        String orderName,
        String orderCode,
        String place,
        String instruction,
        Instant createdAt) {
    /** The label of a parcel on the lane is here; its place is the number on the plate. */
    public static final String LABEL_PARCEL = "LABEL_PARCEL";

    /** The carrier does not take the parcel; its place is the number on the label. */
    public static final String REFUSED_NUMBER = "REFUSED_NUMBER";
}
