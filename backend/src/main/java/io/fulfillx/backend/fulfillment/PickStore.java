package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of which parcel lies in which tote. */
final class PickStore {
    private static final String ADD =
            """
            insert into parcel_pick (org_id, parcel_id, part_id, tote_id, lot, units, serials)
            select :org, parcel, part, tote, lot, units, serials
            from jsonb_to_recordset(cast(:picked as jsonb)) as p(parcel uuid, part uuid, tote uuid,
              lot text, units int, serials jsonb)
            on conflict (org_id, parcel_id, part_id, tote_id, lot) do update
            set units = parcel_pick.units + excluded.units,
              serials = parcel_pick.serials || excluded.serials
            """;
    private static final String OF_PARCELS =
            """
            select parcel_id, part_id, tote_id, lot, units, cast(serials as text) as serials
            from parcel_pick
            where org_id = :org and parcel_id = any(cast(:parcels as uuid[])) and units > 0
            order by parcel_id, part_id, tote_id, lot
            """;
    private static final String TAKE =
            """
            update parcel_pick p set units = p.units - t.units,
              serials = (select coalesce(jsonb_agg(s), '[]') from jsonb_array_elements(p.serials) s
                where not t.serials @> s)
            from jsonb_to_recordset(cast(:picked as jsonb)) as t(parcel uuid, part uuid, tote uuid,
              lot text, units int, serials jsonb)
            where p.org_id = :org and p.parcel_id = t.parcel and p.part_id = t.part
              and p.tote_id = t.tote and p.lot = t.lot and p.units >= t.units
            """;

    private static final String TOTES =
            """
            select parcel_id, tote from parcel
            where org_id = :org and parcel_id = any(cast(:parcels as uuid[])) and tote <> ''
            """;

    /** Units of a part in a tote, with their numbers if they have some. */
    record Picked(
            ParcelId parcelId,
            OrderLineId partId,
            LocationId tote,
            String lot,
            int units,
            List<String> serials) {
        Picked {
            serials = List.copyOf(serials);
        }

        /** Some of them. */
        Picked some(int fewer) {
            List<String> numbers = serials.stream().limit(fewer).toList();
            return new Picked(parcelId, partId, tote, lot, fewer, numbers);
        }
    }

    private record PickedRow(
            ParcelId parcel,
            OrderLineId part,
            LocationId tote,
            String lot,
            int units,
            List<String> serials) {
        static PickedRow of(Picked picked) {
            return new PickedRow(
                    picked.parcelId(),
                    picked.partId(),
                    picked.tote(),
                    picked.lot(),
                    picked.units(),
                    picked.serials());
        }

        private PickedRow plus(PickedRow more) {
            List<String> both = Stream.of(serials, more.serials).flatMap(List::stream).toList();
            return new PickedRow(parcel, part, tote, lot, units + more.units, both);
        }

        /** One row for each part, tote and lot: a statement changes none twice. */
        static Collection<PickedRow> sums(List<Picked> picked) {
            Map<List<Object>, PickedRow> sums = new LinkedHashMap<>();
            picked.stream()
                    .map(PickedRow::of)
                    .forEach(
                            row ->
                                    sums.merge(
                                            List.of(row.parcel, row.part, row.tote, row.lot),
                                            row,
                                            PickedRow::plus));
            return sums.values();
        }
    }

    void add(Tx tx, List<Picked> picked) {
        tx.sql(ADD).withJson("picked", PickedRow.sums(picked)).run();
    }

    List<Picked> of(Tx tx, ParcelId parcel) {
        return of(tx, List.of(parcel)).getOrDefault(parcel, List.of());
    }

    Map<ParcelId, List<Picked>> of(Tx tx, Collection<ParcelId> parcels) {
        return tx
                .sql(OF_PARCELS)
                .withIds("parcels", parcels.stream().map(ParcelId::value).toList())
                .list(
                        row ->
                                new Picked(
                                        new ParcelId(row.uuid("parcel_id")),
                                        new OrderLineId(row.uuid("part_id")),
                                        new LocationId(row.uuid("tote_id")),
                                        row.text("lot"),
                                        row.integer("units"),
                                        List.of(row.json("serials", String[].class))))
                .stream()
                .collect(Collectors.groupingBy(Picked::parcelId));
    }

    /** The tote into which each parcel was picked last; those without one are missing. */
    Map<ParcelId, String> totes(Tx tx, Collection<ParcelId> parcels) {
        Map<ParcelId, String> totes = new HashMap<>();
        tx.sql(TOTES)
                .withIds("parcels", parcels.stream().map(ParcelId::value).toList())
                .list(row -> totes.put(new ParcelId(row.uuid("parcel_id")), row.text("tote")));
        return totes;
    }

    /** They are not in their totes any more. */
    void take(Tx tx, List<Picked> picked) {
        Collection<PickedRow> rows = PickedRow.sums(picked);
        if (!rows.isEmpty() && tx.sql(TAKE).withJson("picked", rows).run() != rows.size()) {
            throw new IllegalStateException("less was picked than is taken: " + picked);
        }
    }
}
