package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.OwnerBook;
import io.fulfillx.model.id.StationId;

import java.util.Optional;

/** Which store writes for a station. */
final class OwnerStore implements OwnerBook {
    private static final String OPEN =
            """
            insert into station_store (org_id, station_id) values (:org, :station)
            on conflict do nothing
            """;
    private static final String FIND =
            """
            select generation, opening, epoch, machine from station_store
            where org_id = :org and station_id = :station
            """;
    private static final String LOCK = FIND + " for update";
    private static final String PUT =
            """
            update station_store set generation = :generation, opening = :opening, epoch = :epoch,
              machine = :machine
            where org_id = :org and station_id = :station
            """;

    @Override
    public Owner lock(Tx tx, StationId station) {
        tx.sql(OPEN).with("station", station.value()).run();
        return tx.sql(LOCK).with("station", station.value()).get(OwnerStore::owner);
    }

    @Override
    public Optional<Owner> find(Tx tx, StationId station) {
        return tx.sql(FIND).with("station", station.value()).find(OwnerStore::owner);
    }

    @Override
    public void put(Tx tx, StationId station, Owner owner) {
        tx.sql(PUT)
                .with("station", station.value())
                .with("generation", owner.generation())
                .with("opening", owner.opening())
                .with("epoch", owner.epoch())
                .with("machine", owner.machine())
                .run();
    }

    private static Owner owner(Row row) {
        return new Owner(
                row.bigint("generation"),
                row.uuidOrNull("opening"),
                row.text("epoch"),
                row.text("machine"));
    }
}
