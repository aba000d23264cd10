package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.ShipmentConfirmation;
import io.fulfillx.backend.orders.api.ShippedParcel;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What channels must hear about shipped parcels, and when they heard it. */
final class NoticeStore {
    private static final String INSERT =
            """
            insert into shipment_notice (org_id, parcel_id, order_id, tracking_number, carrier_name,
              tracking_url, lines, together, completes_any)
            select :org, parcel, "order", tracking, carrier, url, lines, together, completes
            from jsonb_to_recordset(cast(:notices as jsonb)) as n(parcel uuid, "order" uuid,
              tracking text, carrier text, url text, lines jsonb, together jsonb, completes boolean)
            on conflict (org_id, parcel_id, order_id) do nothing
            returning parcel_id, order_id
            """;
    private static final String FOR_SHOPS =
            """
            select distinct n.parcel_id
            from shipment_notice n
            join sales_order o on o.org_id = n.org_id and o.order_id = n.order_id
            join channel c on c.org_id = o.org_id and c.channel_id = o.channel_id
            where n.org_id = :org and n.parcel_id = any(cast(:parcels as uuid[]))
              and c.kind <> :mute
            """;
    private static final String FIND =
            """
            select n.parcel_id, n.order_id, n.tracking_number, n.carrier_name, n.tracking_url,
              n.lines, n.together, n.sent_at, o.channel_id, o.channel_order_id
            from shipment_notice n
            join sales_order o on o.org_id = n.org_id and o.order_id = n.order_id
            where n.org_id = :org and n.parcel_id = :parcel
            order by n.order_id
            """;
    private static final String CHANNEL_LINES =
            """
            select line_id, channel_line_id from order_line
            where org_id = :org and (order_id = :order and sold_in is null or sold_in = :order)
            """;
    private static final String SENT =
            """
            update shipment_notice set sent_at = now(), channel_shipment_id = :shipment
            where org_id = :org and parcel_id = :parcel and order_id = :order and sent_at is null
            """;
    private static final String EARLIER =
            """
            select tracking_number, tracking_url from shipment_notice
            where org_id = :org and order_id = :order and parcel_id = any(cast(:parcels as uuid[]))
            order by created_at, parcel_id
            """;
    private static final String SENT_WITH =
            """
            update shipment_notice set sent_at = now(), channel_shipment_id = :shipment
            where org_id = :org and order_id = :order and parcel_id = any(cast(:parcels as uuid[]))
              and sent_at is null and not completes_any
            """;

    /** A notice with where it goes. */
    record Notice(
            ShippedParcel parcel,
            ChannelId channelId,
            String channelOrderId,
            @Nullable Instant sentAt) {}

    /** That an order has units in a parcel. */
    record Key(ParcelId parcel, OrderId order) {}

    private record NewNotice(
            ParcelId parcel,
            OrderId order,
            String tracking,
            String carrier,
            @Nullable URI url,
            List<ShippedParcel.Line> lines,
            List<ParcelId> together,
            boolean completes) {
        static NewNotice of(ShippedParcel parcel) {
            return new NewNotice(
                    parcel.parcelId(),
                    parcel.orderId(),
                    parcel.trackingNumber().value(),
                    parcel.carrierName(),
                    parcel.trackingUrl(),
                    parcel.lines(),
                    parcel.together(),
                    parcel.completesAny());
        }
    }

    /** Returns those that were not noted before. */
    Set<Key> insert(Tx tx, List<ShippedParcel> parcels) {
        return Set.copyOf(
                tx.sql(INSERT)
                        .withJson("notices", parcels.stream().map(NewNotice::of).toList())
                        .list(
                                row ->
                                        new Key(
                                                new ParcelId(row.uuid("parcel_id")),
                                                new OrderId(row.uuid("order_id")))));
    }

    /**
     * Those with units of an order that a shop sent. Who sent an order over the API asks for its
     * parcels there.
     */
    Set<ParcelId> forShops(Tx tx, Collection<ParcelId> parcels) {
        return parcels.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        tx.sql(FOR_SHOPS)
                                .withIds("parcels", parcels.stream().map(ParcelId::value).toList())
                                .with("mute", ApiChannel.KIND)
                                .list(row -> new ParcelId(row.uuid("parcel_id"))));
    }

    /** Empty while one of the parcel's notices has not been sent. */
    Optional<Instant> sentAt(Tx tx, ParcelId parcel) {
        List<Notice> all = of(tx, parcel);
        return all.stream().allMatch(notice -> notice.sentAt() != null)
                ? all.stream().findFirst().map(Notice::sentAt)
                : Optional.empty();
    }

    /** One for each order with units in the parcel. */
    List<Notice> of(Tx tx, ParcelId parcel) {
        return tx.sql(FIND)
                .with("parcel", parcel.value())
                .list(
                        row -> {
                            String url = row.textOrNull("tracking_url");
                            ShippedParcel shipped =
                                    new ShippedParcel(
                                            new ParcelId(row.uuid("parcel_id")),
                                            new OrderId(row.uuid("order_id")),
                                            new TrackingNumber(row.text("tracking_number")),
                                            row.text("carrier_name"),
                                            url == null ? null : URI.create(url),
                                            List.of(row.json("lines", ShippedParcel.Line[].class)),
                                            List.of(row.json("together", ParcelId[].class)));
                            return new Notice(
                                    shipped,
                                    new ChannelId(row.uuid("channel_id")),
                                    row.text("channel_order_id"),
                                    row.instantOrNull("sent_at"));
                        });
    }

    Map<OrderLineId, String> channelLines(Tx tx, OrderId order) {
        record Pair(OrderLineId line, String channelLine) {}
        return tx
                .sql(CHANNEL_LINES)
                .with("order", order.value())
                .list(
                        row ->
                                new Pair(
                                        new OrderLineId(row.uuid("line_id")),
                                        row.text("channel_line_id")))
                .stream()
                .collect(Collectors.toMap(Pair::line, Pair::channelLine));
    }

    /** The parcels that hold the rest of what is complete with this one. */
    List<ShipmentConfirmation.Tracking> earlier(Tx tx, ShippedParcel parcel) {
        return together(tx, EARLIER, parcel)
                .list(
                        row -> {
                            String url = row.textOrNull("tracking_url");
                            return new ShipmentConfirmation.Tracking(
                                    new TrackingNumber(row.text("tracking_number")),
                                    url == null ? null : URI.create(url));
                        });
    }

    /** The channel knows the parcel, and those that it heard of together with it. */
    boolean markSent(Tx tx, ShippedParcel parcel, String channelShipmentId) {
        together(tx, SENT_WITH, parcel).with("shipment", channelShipmentId).run();
        return tx.sql(SENT)
                        .with("parcel", parcel.parcelId().value())
                        .with("order", parcel.orderId().value())
                        .with("shipment", channelShipmentId)
                        .run()
                == 1;
    }

    private static Tx.Statement together(Tx tx, String sql, ShippedParcel parcel) {
        return tx.sql(sql)
                .with("order", parcel.orderId().value())
                .withIds("parcels", parcel.together().stream().map(ParcelId::value).toList());
    }
}
