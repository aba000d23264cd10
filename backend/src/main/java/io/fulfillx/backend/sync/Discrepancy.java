package io.fulfillx.backend.sync;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened at a station and cannot be true by the books. It waits for a lead.
 *
 * @param command the station's own words, JSON
 * @param code why, such as {@code order-cancelled}
 */
record Discrepancy(
        UUID discrepancyId,
        ParcelId parcelId,
        CommandId commandId,
        StationId stationId,
        UUID operatorId,
        Instant recordedAt,
        @JsonRawValue String command,
        String code,
        String detail,
        Instant foundAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable Resolution resolution,
        String note) {
    /** What the lead did about it. */
    enum Resolution {
        /** The items went back to their place, the label into the bin. */
        PUT_BACK,
        /** The parcel goes out as it was packed: book it now. */
        SHIP_ANYWAY,
        /** Nothing had to be done. */
        NOTED
    }
}
