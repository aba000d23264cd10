package io.fulfillx.backend.fulfillment.api;

import io.fulfillx.model.sync.StationCommand.PickConfirmed;

import java.util.List;

/**
 * Picks for one parcel.
 *
 * @param parcel locked by the transaction
 * @param picks in their order
 * @param correlation of the act
 */
public record ParcelPicks(Parcel parcel, List<PickConfirmed> picks, String correlation) {
    public ParcelPicks {
        picks = List.copyOf(picks);
    }
}
