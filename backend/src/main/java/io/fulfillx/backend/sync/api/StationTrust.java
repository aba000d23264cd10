package io.fulfillx.backend.sync.api;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.StationId;

import java.time.Instant;
import java.util.Optional;

/** What is known of stations and operators that speaks for or against their acts. */
public interface StationTrust {
    /** Ed25519, X.509 in base64; empty while the station never named one. */
    Optional<String> signingKey(Tx tx, StationId station);

    /** Takes the first key a station names; false when it is known by another. */
    boolean learnKey(Tx tx, StationId station, String publicKey);

    Optional<Instant> revokedAt(Tx tx, StationId station);

    Optional<Instant> disabledAt(Tx tx, OperatorId operator);
}
