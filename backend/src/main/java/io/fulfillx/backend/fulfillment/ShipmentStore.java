package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;

/** Parcels that left the bench. The database lets each leave once, and each tracking number too. */
final class ShipmentStore {
    private static final String SHIP =
            """
            insert into shipment (org_id, parcel_id, tracking_number)
            values (:org, :parcel, :number) on conflict do nothing
            """;
    private static final String RECALL =
            """
            update shipment set recalled_at = now()
            where org_id = :org and parcel_id = :parcel and recalled_at is null
            """;

    /** False when the parcel, or another one under this number, left before. */
    boolean ship(Tx tx, ParcelId parcel, TrackingNumber number) {
        return tx.sql(SHIP).with("parcel", parcel.value()).with("number", number.value()).run()
                == 1;
    }

    void recall(Tx tx, ParcelId parcel) {
        tx.sql(RECALL).with("parcel", parcel.value()).run();
    }
}
