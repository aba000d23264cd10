package io.fulfillx.backend.carriers;

import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Weight;

import java.util.List;
import java.util.UUID;

/**
 * Parcels that are handed over to a carrier.
 *
 * @param id the carrier takes it once under this id
 */
public record CarrierManifest(UUID id, List<Line> lines) {
    public CarrierManifest {
        lines = List.copyOf(lines);
    }

    /**
     * One parcel.
     *
     * @param service the carrier's code of it
     */
    public record Line(TrackingNumber number, String service, String postalCode, Weight weight) {}
}
