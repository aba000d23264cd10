package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.api.ParcelJourney;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;

/** Where packed parcels are on their way. */
final class JourneyStore {
    private static final String JOURNEY =
            "select journey from parcel where org_id = :org and parcel_id = :id";
    private static final String TRAVEL =
            """
            update parcel set journey = :to, journey_at = now(), version = version + 1
            where org_id = :org and parcel_id = :id and journey = :from and status = 'PACKED'
            """;

    private static final String CANCEL =
            """
            update parcel set status = 'CANCELLED', version = version + 1
            where org_id = :org and parcel_id = :id and journey = 'HERE'
            """;

    ParcelJourney journey(Tx tx, ParcelId id) {
        return tx.sql(JOURNEY)
                .with("id", id.value())
                .get(row -> ParcelJourney.valueOf(row.text("journey")));
    }

    boolean travel(Tx tx, ParcelId id, ParcelJourney from, ParcelJourney to) {
        return tx.sql(TRAVEL)
                        .with("id", id.value())
                        .with("from", from.name())
                        .with("to", to.name())
                        .run()
                == 1;
    }

    /** False when the carrier has it. */
    boolean cancel(Tx tx, ParcelId id) {
        return tx.sql(CANCEL).with("id", id.value()).run() == 1;
    }
}
