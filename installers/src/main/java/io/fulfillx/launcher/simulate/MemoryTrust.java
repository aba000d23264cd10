package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.StationTrust;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.StationId;

import java.time.Instant;
import java.util.Optional;

/** What is known of stations and operators, in memory. */
record MemoryTrust(Books books) implements StationTrust {
    @Override
    public Optional<String> signingKey(Tx tx, StationId station) {
        return books.keys.find(station);
    }

    @Override
    public boolean learnKey(Tx tx, StationId station, String publicKey) {
        if (!books.keys.has(station)) {
            books.keys.put(station, publicKey);
        }
        return books.keys.get(station).equals(publicKey);
    }

    @Override
    public Optional<Instant> revokedAt(Tx tx, StationId station) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> disabledAt(Tx tx, OperatorId operator) {
        return books.disabled.find(operator.value());
    }
}
