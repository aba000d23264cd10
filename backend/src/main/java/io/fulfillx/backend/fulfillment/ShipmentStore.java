package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.api.Packing;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Parcels that left the bench. The database lets each leave once, and each tracking number too. */
final class ShipmentStore {
    private static final String SHIP =
            """
            insert into shipment (org_id, parcel_id, tracking_number)
            select :org, parcel, number
            from jsonb_to_recordset(cast(:leaving as jsonb)) as l(parcel uuid, number text)
            on conflict do nothing returning parcel_id
            """;
    private static final String RECALL =
            """
            update shipment set recalled_at = now()
            where org_id = :org and parcel_id = :parcel and recalled_at is null
            """;
    private static final String PACKED =
            """
            update parcel p set status = 'PACKED', actual_grams = k.grams, actual_carton = k.carton,
              operator_id = k.operator, packed_at = k.at, version = p.version + 1
            from jsonb_to_recordset(cast(:packings as jsonb)) as k(parcel uuid, grams int,
              carton text, operator uuid, at timestamptz)
            where p.org_id = :org and p.parcel_id = k.parcel
              and p.status in ('LABELLED', 'PICKED', 'SET_ASIDE')
            """;

    /** False when one of them left the bench before, or never may. */
    boolean packed(Tx tx, List<Packing> packings) {
        record Packed(ParcelId parcel, int grams, String carton, OperatorId operator, Instant at) {}
        List<Packed> rows =
                packings.stream()
                        .map(
                                each ->
                                        new Packed(
                                                each.parcelId(),
                                                each.packed().weight().grams(),
                                                each.packed().carton(),
                                                each.packed().operatorId(),
                                                each.packed().at()))
                        .toList();
        return tx.sql(PACKED).withJson("packings", rows).run() == rows.size();
    }

    /** Returns those that had not left, nor another one under their number. */
    Set<ParcelId> ship(Tx tx, List<Packing> packings) {
        record Leaving(ParcelId parcel, String number) {}
        return Set.copyOf(
                tx.sql(SHIP)
                        .withJson(
                                "leaving",
                                packings.stream()
                                        .map(
                                                each ->
                                                        new Leaving(
                                                                each.parcelId(),
                                                                each.packed()
                                                                        .trackingNumber()
                                                                        .value()))
                                        .toList())
                        .list(row -> new ParcelId(row.uuid("parcel_id"))));
    }

    void recall(Tx tx, ParcelId parcel) {
        tx.sql(RECALL).with("parcel", parcel.value()).run();
    }
}
