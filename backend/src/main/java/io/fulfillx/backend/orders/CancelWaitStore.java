package io.fulfillx.backend.orders;

import io.fulfillx.backend.platform.event.FeedPlace;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import java.util.List;

/** Stations that have to answer before an order is given up. */
final class CancelWaitStore {
    private static final String WAIT =
            """
            insert into cancel_wait (org_id, parcel_id, order_id, station_id)
            values (:org, :parcel, :order, :station) on conflict do nothing
            """;
    private static final String TOLD =
            """
            update cancel_wait set told = :place
            where org_id = :org and station_id = :station and answered_at is null
              and %s
              and parcel_id in
                (select cast(jsonb_array_elements_text(cast(:parcels as jsonb)) as uuid))
            """
                    .formatted(FeedPlace.IS_EARLIER);
    private static final String TOLD_AT =
            """
            select order_id, parcel_id, told from cancel_wait
            where org_id = :org and station_id = :station and answered_at is null
              and told is not null
            """;
    private static final String ANSWER =
            """
            update cancel_wait set answered_at = now()
            where org_id = :org and parcel_id = :parcel and answered_at is null
            """;
    private static final String ANSWER_ALL =
            """
            update cancel_wait set answered_at = now()
            where org_id = :org and order_id = :order and answered_at is null
            """;
    private static final String OPEN =
            """
            select count(*) as open from cancel_wait
            where org_id = :org and order_id = :order and answered_at is null
            """;

    /** A parcel whose station was told, by a page that ends there, that it is withdrawn. */
    record Answer(OrderId order, ParcelId parcel, String told) {}

    void await(Tx tx, OrderId order, ParcelId parcel, StationId station) {
        tx.sql(WAIT)
                .with("order", order.value())
                .with("parcel", parcel.value())
                .with("station", station.value())
                .run();
    }

    /** The station gets these with the page that ends there. */
    void told(Tx tx, StationId station, List<ParcelId> parcels, String place) {
        tx.sql(TOLD)
                .with("station", station.value())
                .withJson("parcels", parcels)
                .with("place", place)
                .run();
    }

    /** What the station knows when it goes on from there. */
    List<Answer> toldAt(Tx tx, StationId station, String place) {
        return tx
                .sql(TOLD_AT)
                .with("station", station.value())
                .list(
                        row ->
                                new Answer(
                                        new OrderId(row.uuid("order_id")),
                                        new ParcelId(row.uuid("parcel_id")),
                                        row.text("told")))
                .stream()
                .filter(answer -> FeedPlace.reaches(place, answer.told()))
                .toList();
    }

    void answer(Tx tx, ParcelId parcel) {
        tx.sql(ANSWER).with("parcel", parcel.value()).run();
    }

    void answerAll(Tx tx, OrderId order) {
        tx.sql(ANSWER_ALL).with("order", order.value()).run();
    }

    boolean isOpen(Tx tx, OrderId order) {
        return tx.sql(OPEN).with("order", order.value()).get(row -> row.bigint("open")) > 0;
    }
}
