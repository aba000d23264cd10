package io.fulfillx.model.sync;

import io.fulfillx.model.id.StationId;

import java.time.Instant;

/**
 * Lets a station's program in once. The code is told only here.
 *
 * @param name what people call the station
 * @param expiresAt it lets nobody in after that
 * @param barcode the code as a Code 128, SVG
 */
public record EnrolmentCode(
        StationId stationId,
        String name,
        String enrolmentCode,
        Instant expiresAt,
        String barcode) {}
