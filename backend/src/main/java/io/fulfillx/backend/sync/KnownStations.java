package io.fulfillx.backend.sync;

import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.StationTrust;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.StationId;

import java.time.Instant;
import java.util.Optional;

/** Stations and operators as identity knows them. */
record KnownStations(IdentityModule identity) implements StationTrust {
    @Override
    public Optional<String> signingKey(Tx tx, StationId station) {
        return identity.signingKey(tx, station);
    }

    @Override
    public boolean learnKey(Tx tx, StationId station, String publicKey) {
        return identity.learnKey(tx, station, publicKey);
    }

    @Override
    public Optional<Instant> revokedAt(Tx tx, StationId station) {
        return identity.revokedAt(tx, station);
    }

    @Override
    public Optional<Instant> disabledAt(Tx tx, OperatorId operator) {
        return identity.disabledAt(tx, operator);
    }
}
