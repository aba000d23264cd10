package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.OwnerBook;
import io.fulfillx.model.id.StationId;

import java.util.Optional;

/** Which store writes for a station, in memory. */
class MemoryOwners implements OwnerBook {
    private final Books books;

    MemoryOwners(Books books) {
        this.books = books;
    }

    @Override
    public Owner lock(Tx tx, StationId station) {
        if (!books.owners.has(station)) {
            books.owners.put(station, new Owner(0, null, "", ""));
        }
        return books.owners.get(station);
    }

    @Override
    public Optional<Owner> find(Tx tx, StationId station) {
        return books.owners.find(station);
    }

    @Override
    public void put(Tx tx, StationId station, Owner owner) {
        books.owners.put(station, owner);
    }
}
