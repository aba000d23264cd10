package io.fulfillx.backend.fulfillment.api;

import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.LanePlate;

import java.time.Instant;

/**
 * What a station confirms when a parcel is packed and waits on the lane for its label.
 *
 * @param at the station's clock
 */
public record PlatedParcel(
        LanePlate plate, StationId stationId, OperatorId operatorId, Instant at) {}
