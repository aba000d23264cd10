package io.fulfillx.backend.catalog;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;

import java.util.Optional;

final class LocationStore {
    private static final String FIND =
            "select location_id from location where org_id = :org and name = :name";
    private static final String INSERT =
            """
            insert into location (org_id, location_id, name) values (:org, :id, :name)
            on conflict (org_id, name) do nothing
            """;

    Optional<LocationId> find(Tx tx, String name) {
        return tx.sql(FIND).with("name", name).find(row -> new LocationId(row.uuid("location_id")));
    }

    /** Makes the location unless there is one of that name. */
    LocationId ensure(Tx tx, LocationId fresh, String name) {
        return find(tx, name)
                .orElseGet(
                        () -> {
                            long made =
                                    tx.sql(INSERT)
                                            .with("id", fresh.value())
                                            .with("name", name)
                                            .run();
                            return made == 1 ? fresh : find(tx, name).orElseThrow();
                        });
    }
}
