package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;

import java.util.List;
import java.util.Optional;

/** What of which parcel lies in which tote. */
final class PickStore {
    private static final String ADD =
            """
            insert into parcel_pick (org_id, parcel_id, part_id, tote_id, lot, units, serials)
            values (:org, :parcel, :part, :tote, :lot, :units, cast(:serials as jsonb))
            on conflict (org_id, parcel_id, part_id, tote_id, lot) do update
            set units = parcel_pick.units + excluded.units,
              serials = parcel_pick.serials || excluded.serials
            """;
    private static final String OF_PARCEL =
            """
            select part_id, tote_id, lot, units, cast(serials as text) as serials
            from parcel_pick
            where org_id = :org and parcel_id = :parcel and units > 0
            order by part_id, tote_id, lot
            """;
    private static final String TAKE =
            """
            update parcel_pick set units = units - :units,
              serials = (select coalesce(jsonb_agg(s), '[]') from jsonb_array_elements(serials) s
                where not cast(:serials as jsonb) @> s)
            where org_id = :org and parcel_id = :parcel and part_id = :part and tote_id = :tote
              and lot = :lot and units >= :units
            """;

    private static final String TOTE =
            """
            select tote from parcel
            where org_id = :org and parcel_id = :parcel and coalesce(tote, '') <> ''
            """;

    /** Units of a part in a tote, with their numbers if they have some. */
    record Picked(
            OrderLineId partId, LocationId tote, String lot, int units, List<String> serials) {
        Picked {
            serials = List.copyOf(serials);
        }

        /** Some of them. */
        Picked some(int fewer) {
            List<String> numbers = serials.stream().limit(fewer).toList();
            return new Picked(partId, tote, lot, fewer, numbers);
        }
    }

    void add(Tx tx, ParcelId parcel, Picked picked) {
        at(tx.sql(ADD), parcel, picked).run();
    }

    List<Picked> of(Tx tx, ParcelId parcel) {
        return tx.sql(OF_PARCEL)
                .with("parcel", parcel.value())
                .list(
                        row ->
                                new Picked(
                                        new OrderLineId(row.uuid("part_id")),
                                        new LocationId(row.uuid("tote_id")),
                                        row.text("lot"),
                                        row.integer("units"),
                                        List.of(row.json("serials", String[].class))));
    }

    /** The tote into which the parcel was picked last; empty before that. */
    Optional<String> tote(Tx tx, ParcelId parcel) {
        return tx.sql(TOTE).with("parcel", parcel.value()).find(row -> row.text("tote"));
    }

    /** They are not in the tote any more. */
    void take(Tx tx, ParcelId parcel, Picked picked) {
        if (at(tx.sql(TAKE), parcel, picked).run() != 1) {
            throw new IllegalStateException("less was picked than is taken: " + picked);
        }
    }

    private static Tx.Statement at(Tx.Statement statement, ParcelId parcel, Picked picked) {
        return statement
                .with("parcel", parcel.value())
                .with("part", picked.partId().value())
                .with("tote", picked.tote().value())
                .with("lot", picked.lot())
                .with("units", picked.units())
                .withJson("serials", picked.serials());
    }
}
