package io.fulfillx.backend.fulfillment.claims;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.platform.event.FeedPlace;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Claims, and each change of them in the same statement. */
final class ClaimStore {
    private static final String LOG =
            """
            insert into claim_change (org_id, parcel_id, epoch, state, changed_by, why)
            select :org, parcel_id, epoch, state, :by, :why from changed
            """;
    private static final String MAKE =
            """
            with changed as (
              insert into claim (org_id, parcel_id, epoch, station_id, state, lease_until, made_by,
                reason)
              select :org, p.id, 1 + coalesce((select max(c.epoch) from claim c
                where c.org_id = :org and c.parcel_id = p.id), 0), :station, 'SOFT', :until, :by,
                :why
              from unnest(cast(:parcels as uuid[])) as p(id)
              returning parcel_id, epoch, state)
            """
                    + LOG;
    private static final String COMMIT =
            """
            with changed as (
              update claim set state = 'COMMITTED', committed_at = now()
              where org_id = :org and station_id = :station and state = 'SOFT' and %s
              returning parcel_id, epoch, state)
            """
                    + LOG;
    private static final String TOLD_TO =
            """
            select parcel_id, told from claim
            where org_id = :org and station_id = :station and state = 'SOFT' and told is not null
            """;
    private static final String COMMIT_SOME =
            COMMIT.formatted("parcel_id = any(cast(:parcels as uuid[]))");
    private static final String REVOKE =
            """
            with changed as (
              update claim set state = 'REVOKED', revoked_at = now()
              where org_id = :org and parcel_id = :parcel and state <> 'REVOKED'
              returning parcel_id, epoch, state)
            """
                    + LOG;
    private static final String TOLD =
            """
            update claim set told = :place
            where org_id = :org and station_id = :station and state = 'SOFT'
              and %s
              and parcel_id = any(cast(:parcels as uuid[]))
            """
                    .formatted(FeedPlace.IS_EARLIER);
    private static final String SELECT =
            """
            select parcel_id, epoch, station_id, state, lease_until, made_at, made_by, reason,
              committed_at, revoked_at
            from claim where org_id = :org
            """;
    private static final String OF =
            SELECT + " and parcel_id = any(cast(:parcels as uuid[])) order by epoch desc";
    private static final String NEWEST_OF_STATION =
            """
            select distinct on (parcel_id) parcel_id, epoch, station_id, state, lease_until,
              made_at, made_by, reason, committed_at, revoked_at
            from claim
            where org_id = :org and station_id = :station
              and parcel_id = any(cast(:parcels as uuid[]))
            order by parcel_id, epoch desc
            """;

    void make(
            Tx tx,
            Collection<ParcelId> parcels,
            StationId station,
            Instant until,
            String by,
            String why) {
        logged(tx, MAKE, by, why)
                .with("station", station.value())
                .with("until", until)
                .withIds("parcels", parcels.stream().map(ParcelId::value).toList())
                .run();
    }

    void told(Tx tx, StationId station, Collection<ParcelId> parcels, String place) {
        tx.sql(TOLD)
                .with("station", station.value())
                .with("place", place)
                .withIds("parcels", parcels.stream().map(ParcelId::value).toList())
                .run();
    }

    void commitTold(Tx tx, StationId station, String place) {
        record Told(ParcelId parcel, String place) {}
        tx
                .sql(TOLD_TO)
                .with("station", station.value())
                .list(row -> new Told(new ParcelId(row.uuid("parcel_id")), row.text("told")))
                .stream()
                .filter(told -> FeedPlace.reaches(place, told.place()))
                .forEach(
                        told ->
                                commit(
                                        tx,
                                        station,
                                        List.of(told.parcel()),
                                        "The station took the job in."));
    }

    void commit(Tx tx, StationId station, Collection<ParcelId> parcels, String why) {
        logged(tx, COMMIT_SOME, "station:" + station, why)
                .with("station", station.value())
                .withIds("parcels", values(parcels))
                .run();
    }

    private static List<UUID> values(Collection<ParcelId> parcels) {
        return parcels.stream().map(ParcelId::value).toList();
    }

    void revoke(Tx tx, ParcelId parcel, String by, String why) {
        logged(tx, REVOKE, by, why).with("parcel", parcel.value()).run();
    }

    /** Newest first. */
    List<Claim> of(Tx tx, Collection<ParcelId> parcels) {
        return tx.sql(OF).withIds("parcels", values(parcels)).list(ClaimStore::claim);
    }

    List<Claim> newest(Tx tx, StationId station, Collection<ParcelId> parcels) {
        return tx.sql(NEWEST_OF_STATION)
                .with("station", station.value())
                .withIds("parcels", parcels.stream().map(ParcelId::value).toList())
                .list(ClaimStore::claim);
    }

    private static Tx.Statement logged(Tx tx, String sql, String by, String why) {
        return tx.sql(sql).with("by", by).with("why", why);
    }

    private static Claim claim(Row row) {
        return new Claim(
                new ParcelId(row.uuid("parcel_id")),
                row.integer("epoch"),
                new StationId(row.uuid("station_id")),
                Claim.State.valueOf(row.text("state")),
                row.instant("lease_until"),
                row.instant("made_at"),
                row.text("made_by"),
                row.text("reason"),
                row.instantOrNull("committed_at"),
                row.instantOrNull("revoked_at"));
    }
}
