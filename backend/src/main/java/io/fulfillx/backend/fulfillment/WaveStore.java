package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.WaveId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class WaveStore {
    private static final String INSERT =
            """
            insert into wave (org_id, wave_id, station_id, released_by)
            values (:org, :id, :station, :by)
            """;
    private static final String SELECT =
            """
            select w.wave_id, w.station_id, w.released_by, w.released_at,
              count(distinct p.order_id) as orders,
              count(p.parcel_id) as parcels,
              count(p.parcel_id) filter (where p.service is not null) as labelled,
              count(p.parcel_id) filter (
                where p.status = 'PLANNED' and p.obstacle is not null) as failed,
              count(p.parcel_id) filter (where p.status = 'PACKED') as packed,
              count(p.parcel_id) filter (where p.status = 'CANCELLED') as cancelled,
              count(p.parcel_id) filter (
                where p.status = 'CANCELLED' and p.service is null) as cancelled_early
            from wave w
            left join parcel p on p.org_id = w.org_id and p.wave_id = w.wave_id
            where w.org_id = :org
            """;
    private static final String GROUP =
            " group by w.wave_id, w.station_id, w.released_by, w.released_at";
    private static final String FIND = SELECT + "and w.wave_id = :id" + GROUP;
    private static final String LIST =
            SELECT
                    + "and (cast(:before as uuid) is null or w.wave_id < :before)"
                    + GROUP
                    + " order by w.wave_id desc limit :limit";

    void insert(Tx tx, WaveId id, StationId station, String by) {
        tx.sql(INSERT).with("id", id.value()).with("station", station.value()).with("by", by).run();
    }

    Optional<Wave> find(Tx tx, WaveId id) {
        return tx.sql(FIND).with("id", id.value()).find(WaveStore::wave);
    }

    List<Wave> list(Tx tx, @Nullable UUID before, int limit) {
        return tx.sql(LIST).with("before", before).with("limit", limit).list(WaveStore::wave);
    }

    private static Wave wave(Row row) {
        return Wave.of(
                new WaveId(row.uuid("wave_id")),
                new StationId(row.uuid("station_id")),
                row.text("released_by"),
                row.instant("released_at"),
                new Wave.Counts(
                        row.integer("orders"),
                        row.integer("parcels"),
                        row.integer("labelled"),
                        row.integer("failed"),
                        row.integer("packed"),
                        row.integer("cancelled"),
                        row.integer("cancelled_early")));
    }
}
