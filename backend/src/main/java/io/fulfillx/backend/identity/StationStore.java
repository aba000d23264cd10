package io.fulfillx.backend.identity;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.EnrolRequest;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

final class StationStore {
    private static final String COLUMNS =
            "station_id, name, enrolment_sha256, secret_sha256, machine, enrolled_at, active";
    private static final String BY_ID =
            "select " + COLUMNS + " from station where org_id = :org and station_id = :id";
    private static final String BY_CODE =
            "select "
                    + COLUMNS
                    + " from station where org_id = :org and enrolment_sha256 = :code"
                    + " and enrolment_expires_at > :now";
    private static final String INSERT =
            """
            insert into station (org_id, station_id, name, enrolment_sha256, enrolment_expires_at)
            values (:org, :id, :name, :code, :expires) on conflict (org_id, name) do nothing
            """;
    private static final String ENROL =
            """
            update station set enrolment_sha256 = null, secret_sha256 = :secret,
              machine = :machine, public_key = :key, enrolled_at = :now
            where org_id = :org and station_id = :id and enrolment_sha256 is not null
            """;
    private static final String LEARN_KEY =
            """
            update station set public_key = :key
            where org_id = :org and station_id = :id and coalesce(public_key, :key) = :key
            """;
    private static final String REVOKED =
            """
            select revoked_at from station
            where org_id = :org and station_id = :id and revoked_at is not null
            """;
    private static final String KEY =
            """
            select public_key from station
            where org_id = :org and station_id = :id and public_key is not null
            """;

    record Station(
            StationId stationId,
            String name,
            @Nullable String enrolmentSha256,
            @Nullable String secretSha256,
            @Nullable String machine,
            @Nullable Instant enrolledAt,
            boolean active) {}

    Optional<Station> find(Tx tx, StationId id) {
        return tx.sql(BY_ID).with("id", id.value()).find(StationStore::station);
    }

    /** Empty for a code that was used, and for one whose time is over. */
    Optional<Station> findByEnrolment(Tx tx, String codeSha256, Instant now) {
        return tx.sql(BY_CODE)
                .with("code", codeSha256)
                .with("now", now)
                .find(StationStore::station);
    }

    /** False when the name is taken. */
    boolean insert(Tx tx, StationId id, String name, String codeSha256, Instant expires) {
        return tx.sql(INSERT)
                        .with("id", id.value())
                        .with("name", name)
                        .with("code", codeSha256)
                        .with("expires", expires)
                        .run()
                == 1;
    }

    /** True for exactly one of all who use the code. */
    boolean enrol(Tx tx, StationId id, String secretSha256, EnrolRequest request, Instant now) {
        return tx.sql(ENROL)
                        .with("id", id.value())
                        .with("secret", secretSha256)
                        .with("machine", request.machine())
                        .with("key", request.publicKey())
                        .with("now", now)
                        .run()
                == 1;
    }

    /** False when the station is known by another key; the first one stays until it is enrolled. */
    boolean learnKey(Tx tx, StationId id, String publicKey) {
        return tx.sql(LEARN_KEY).with("id", id.value()).with("key", publicKey).run() == 1;
    }

    Optional<Instant> revokedAt(Tx tx, StationId id) {
        return tx.sql(REVOKED).with("id", id.value()).find(row -> row.instant("revoked_at"));
    }

    Optional<String> key(Tx tx, StationId id) {
        return tx.sql(KEY).with("id", id.value()).find(row -> row.text("public_key"));
    }

    private static Station station(Row row) {
        return new Station(
                new StationId(row.uuid("station_id")),
                row.text("name"),
                row.textOrNull("enrolment_sha256"),
                row.textOrNull("secret_sha256"),
                row.textOrNull("machine"),
                row.instantOrNull("enrolled_at"),
                row.flag("active"));
    }
}
