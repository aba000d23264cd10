package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.api.Lane;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.fulfillment.api.PlatedParcel;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.Sscc;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.LanePlate;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parcels without a label that stations may pack, and the plates under which they wait. */
final class LaneStore {
    private static final String LET_GO =
            """
            insert into lane_parcel (org_id, parcel_id, numbered_by_station)
            values (:org, :parcel, :numbered)
            on conflict do nothing
            """;
    private static final String NUMBERED =
            """
            select numbered_by_station from lane_parcel
            where org_id = :org and parcel_id = :parcel
            """;
    private static final String BUY =
            """
            update lane_parcel set numbered_by_station = false
            where org_id = :org and parcel_id = :parcel and numbered_by_station
            """;
    private static final String LANES =
            """
            select l.parcel_id, l.numbered_by_station, p.sscc, p.carton, p.grams
            from lane_parcel l
            left join lateral (select sscc, carton, grams from plate
              where org_id = :org and plate.parcel_id = l.parcel_id
              order by booked_at desc, sscc desc limit 1) p on true
            where l.org_id = :org and l.parcel_id = any(cast(:ids as uuid[]))
            """;
    private static final String PLATE =
            """
            insert into plate (org_id, sscc, parcel_id, station_id, operator_id, carton, grams,
              plated_at)
            values (:org, :sscc, :parcel, :station, :operator, :carton, :grams, :at)
            on conflict do nothing
            """;
    private static final String WHOSE =
            "select parcel_id from plate where org_id = :org and sscc = :sscc";
    private static final String MEASURED =
            """
            update parcel set actual_grams = :grams, actual_carton = :carton, length_mm = :length,
              width_mm = :width, height_mm = :height, version = version + 1
            where org_id = :org and parcel_id = :id
            """;

    /**
     * False when it was let go before.
     *
     * @param numbered whether its station makes its number, so that no label is bought
     */
    boolean letGo(Tx tx, ParcelId parcel, boolean numbered) {
        return tx.sql(LET_GO).with("parcel", parcel.value()).with("numbered", numbered).run() == 1;
    }

    boolean isNumberedByStation(Tx tx, ParcelId parcel) {
        return tx.sql(NUMBERED)
                .with("parcel", parcel.value())
                .find(row -> row.flag("numbered_by_station"))
                .orElse(false);
    }

    /** False when a label is bought for it anyway. */
    boolean buy(Tx tx, ParcelId parcel) {
        return tx.sql(BUY).with("parcel", parcel.value()).run() == 1;
    }

    /** Those of the parcels that may be packed without a label. */
    Map<ParcelId, Lane> lanes(Tx tx, Collection<ParcelId> parcels) {
        Map<ParcelId, Lane> lanes = new HashMap<>();
        tx.sql(LANES)
                .withIds("ids", parcels.stream().map(ParcelId::value).toList())
                .list(row -> Map.entry(new ParcelId(row.uuid("parcel_id")), lane(row)))
                .forEach(entry -> lanes.put(entry.getKey(), entry.getValue()));
        return lanes;
    }

    Optional<Lane> find(Tx tx, ParcelId parcel) {
        return Optional.ofNullable(lanes(tx, List.of(parcel)).get(parcel));
    }

    /** Whether stations may work on it although it has no label yet. */
    boolean mayLackLabel(Tx tx, Parcel parcel) {
        return parcel.status() == ParcelStatus.PLANNED && find(tx, parcel.parcelId()).isPresent();
    }

    /** False when another parcel carries that number. */
    boolean plate(Tx tx, ParcelId parcel, PlatedParcel plated) {
        LanePlate plate = plated.plate();
        boolean fresh =
                tx.sql(PLATE)
                                .with("sscc", plate.sscc().digits())
                                .with("parcel", parcel.value())
                                .with("station", plated.stationId().value())
                                .with("operator", plated.operatorId().value())
                                .with("carton", plate.carton())
                                .with("grams", plate.weight().grams())
                                .with("at", plated.at())
                                .run()
                        == 1;
        return fresh
                || tx.sql(WHOSE)
                        .with("sscc", plate.sscc().digits())
                        .get(row -> row.uuid("parcel_id"))
                        .equals(parcel.value());
    }

    private static Lane lane(Row row) {
        return new Lane(plate(row), row.flag("numbered_by_station"));
    }

    private static @Nullable LanePlate plate(Row row) {
        String sscc = row.textOrNull("sscc");
        return sscc == null
                ? null
                : new LanePlate(
                        new Sscc(sscc), row.text("carton"), new Weight(row.integer("grams")));
    }

    /** It is closed: what its carrier is told from now on is what was weighed. */
    void measured(Tx tx, ParcelId id, LanePlate plate, Dimensions size) {
        tx.sql(MEASURED)
                .with("id", id.value())
                .with("grams", plate.weight().grams())
                .with("carton", plate.carton())
                .with("length", size.lengthMm())
                .with("width", size.widthMm())
                .with("height", size.heightMm())
                .run();
    }
}
