package io.fulfillx.backend.shipping.api;

import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;

import java.time.Instant;

/**
 * A sheet that came out of a station's printer.
 *
 * @param id the station's command; booked once
 */
public record PrintedSheet(
        CommandId id, StationId station, OperatorId operator, LabelPrinted print, Instant at) {
    public ParcelId parcelId() {
        return print.parcelId();
    }
}
