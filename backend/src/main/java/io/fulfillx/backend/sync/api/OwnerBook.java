package io.fulfillx.backend.sync.api;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** Which store writes for a station. */
public interface OwnerBook {
    /**
     * The store that went on last.
     *
     * @param generation 0 when none ever did
     */
    record Owner(long generation, @Nullable UUID opening, String epoch, String machine) {}

    /** Others who open a journal for this station wait. */
    Owner lock(Tx tx, StationId station);

    Optional<Owner> find(Tx tx, StationId station);

    void put(Tx tx, StationId station, Owner owner);
}
