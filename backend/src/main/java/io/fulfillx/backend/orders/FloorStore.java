package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the floor lets orders know of their parcels. */
final class FloorStore {
    private static final String STAGES =
            """
            select parcel_id, fulfillment_order_id, station_id, status, journey, number, tote,
              label_state, tracking_number, prints,
              exists (select 1 from label l where l.org_id = :org
                and l.parcel_id = parcel_stage.parcel_id
                and l.tracking_number is not null)
                or exists (select 1 from lane_parcel w where w.org_id = :org
                  and w.parcel_id = parcel_stage.parcel_id) as was_labelled
            from parcel_stage
            where org_id = :org and fulfillment_order_id in (
              select l.fulfillment_order_id from fulfillment_order_line l
              where l.org_id = :org and l.order_id = :order)
            order by number
            """;
    private static final String CLAIMS =
            """
            select location_id, sum(units) as units from parcel_claim
            where org_id = :org and line_id = :line group by location_id
            """;
    private static final String PLACES =
            """
            select part_id, location_id from parcel_line
            where org_id = :org and parcel_id = :parcel order by part_id
            """;

    /**
     * A parcel as orders see it.
     *
     * @param wasLabelled whether a station may have it: a label was ever bought for it, be it that
     *     it is replaced now, or it may be packed without one
     */
    record Stage(
            ParcelId parcelId,
            FulfillmentOrderId part,
            StationId stationId,
            String status,
            String journey,
            int number,
            @Nullable String tote,
            @Nullable String labelState,
            @Nullable String trackingNumber,
            int prints,
            boolean wasLabelled) {}

    /** A part of a parcel and the bin that it came from. */
    record Place(OrderLineId part, LocationId location) {}

    /** Of all parts that hold lines of the order. */
    List<Stage> stages(Tx tx, OrderId order) {
        return tx.sql(STAGES).with("order", order.value()).list(FloorStore::stage);
    }

    /** Units of the line that parcels in work take from each place. */
    Map<LocationId, Integer> claims(Tx tx, OrderLineId line) {
        record Claim(LocationId location, int units) {}
        return tx
                .sql(CLAIMS)
                .with("line", line.value())
                .list(
                        row ->
                                new Claim(
                                        new LocationId(row.uuid("location_id")),
                                        row.integer("units")))
                .stream()
                .collect(Collectors.toMap(Claim::location, Claim::units));
    }

    List<Place> places(Tx tx, ParcelId parcel) {
        return tx.sql(PLACES)
                .with("parcel", parcel.value())
                .list(
                        row ->
                                new Place(
                                        new OrderLineId(row.uuid("part_id")),
                                        new LocationId(row.uuid("location_id"))));
    }

    private static Stage stage(Row row) {
        return new Stage(
                new ParcelId(row.uuid("parcel_id")),
                new FulfillmentOrderId(row.uuid("fulfillment_order_id")),
                new StationId(row.uuid("station_id")),
                row.text("status"),
                row.text("journey"),
                row.integer("number"),
                row.textOrNull("tote"),
                row.textOrNull("label_state"),
                row.textOrNull("tracking_number"),
                row.integer("prints"),
                row.flag("was_labelled"));
    }
}
