package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.PickStore.Picked;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.ToteMove;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Books that everything in a parcel's tote lies in its bin again. Of a live order it stays promised
 * there; of one that was given up it can be promised to others.
 */
final class PutBackParcel {
    private final ParcelStore store;
    private final PickStore picks;
    private final InventoryModule inventory;
    private final Feed feed;
    private final Supplier<UUID> ids;

    PutBackParcel(
            ParcelStore store,
            PickStore picks,
            InventoryModule inventory,
            Feed feed,
            Supplier<UUID> ids) {
        this.store = store;
        this.picks = picks;
        this.inventory = inventory;
        this.feed = feed;
        this.ids = ids;
    }

    /**
     * @param parcel locked by the caller
     * @return units that were put back
     */
    int putBack(Tx tx, Parcel parcel, String actor) {
        int units = 0;
        if (parcel.status() == ParcelStatus.PACKED) {
            return units;
        }
        for (Picked picked : picks.of(tx, parcel.parcelId())) {
            ParcelLine line =
                    parcel.lines().stream()
                            .filter(each -> each.partId().equals(picked.partId()))
                            .findFirst()
                            .orElseThrow();
            ToteMove move =
                    new ToteMove(
                            line.stock().at(line.locationId(), picked.lot()),
                            picked.tote(),
                            new Quantity(picked.units()),
                            picked.serials(),
                            "unpick/" + ids.get());
            inventory.putBack(tx, move, actor);
            picks.take(tx, List.of(picked));
            units += picked.units();
        }
        if (units > 0) {
            store.unpicked(tx, parcel.parcelId());
            if (parcel.status() == ParcelStatus.PICKED) {
                store.move(tx, parcel, ParcelStatus.Verb.UNPICK);
            }
            feed.add(tx, "parcel", parcel.parcelId().value(), parcel.stationId().value());
        }
        return units;
    }
}
