package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;

import java.util.List;

/** Parcels on the floor by what can be scanned on them. */
final class HolderStore {
    private static final String LIVE =
            """
            select s.parcel_id from parcel_stage s
            where s.org_id = :org and (s.status in ('LABELLED', 'PICKED', 'SET_ASIDE')
              or s.status = 'PLANNED' and exists (select 1 from lane_parcel w
                where w.org_id = s.org_id and w.parcel_id = s.parcel_id)) and %s
            order by s.number limit 20
            """;
    private static final String IN_TOTE = LIVE.formatted("s.tote = :code");
    private static final String LABELLED =
            LIVE.formatted(
                    "(s.tracking_number = :code or s.parcel_id = (select p.parcel_id from plate p"
                            + " where p.org_id = :org and '00' || p.sscc = :code))");
    private static final String OF_ORDER =
            LIVE.formatted(
                    "s.order_id = (select o.order_id from sales_order o"
                            + " where o.org_id = :org and cast(o.number as text) = :code)");

    List<ParcelId> inTote(Tx tx, String tote) {
        return parcels(tx, IN_TOTE, tote);
    }

    /** With this label, or on the lane with this plate. */
    List<ParcelId> labelled(Tx tx, String trackingNumber) {
        return parcels(tx, LABELLED, trackingNumber);
    }

    List<ParcelId> ofOrder(Tx tx, String number) {
        return parcels(tx, OF_ORDER, number);
    }

    private static List<ParcelId> parcels(Tx tx, String sql, String code) {
        return tx.sql(sql).with("code", code).list(row -> new ParcelId(row.uuid("parcel_id")));
    }
}
