package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.crypto.Sealer;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.item.Sku;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes many new orders with one statement. */
final class IntakeStore {
    private static final int MAX_DETAIL = 1_000;

    private static final String KNOWN =
            """
            select o.order_id, k.channel as channel_id, k.id as channel_order_id
            from jsonb_to_recordset(cast(:keys as jsonb)) as k(channel uuid, id text)
            cross join lateral (
              select order_id from sales_order where org_id = :org and channel_id = k.channel
                and channel_order_id = k.id limit 1) o
            """;

    /** Everybody who creates orders of the organization waits here for the one before. */
    private static final String TAKE_NUMBERS =
            """
            insert into order_number (org_id, last_number) values (:org, 100000 + :count)
            on conflict (org_id) do update
              set last_number = order_number.last_number + :count
            returning last_number
            """;

    private static final String GIVE_BACK =
            "update order_number set last_number = last_number - :count where org_id = :org";

    /** All tables at once: what refers to what is checked when all of it is there. */
    private static final String WRITE =
            """
            with written as (
              insert into sales_order (org_id, order_id, channel_id, channel_order_id, name, number,
                status, placed_at, currency, total_minor, email, payment, ship_to,
                requested_service, note, tags, cancelled_at)
              select :org, r.* from jsonb_to_recordset(cast(:orders as jsonb)) as r(id uuid,
                channel uuid, channelorder text, name text, number bigint, status text,
                placed timestamptz, currency text, total bigint, email text, payment text,
                shipto jsonb, service text, note text, tags jsonb, cancelled timestamptz)),
            lines as (
              insert into order_line (org_id, line_id, order_id, position, channel_line_id, sku,
                title, item_id, quantity_ordered, quantity_to_ship, unit_weight_grams, price_minor,
                requires_shipping)
              select :org, r.* from jsonb_to_recordset(cast(:lines as jsonb)) as r(id uuid,
                orderid uuid, position int, channelline text, sku text, title text, item uuid,
                ordered int, toship int, weight int, price bigint, physical boolean)),
            parts as (
              insert into fulfillment_order (org_id, fulfillment_order_id, order_id, number,
                backordered_at)
              select :org, r.id, r.orderid, 1, case when r.backordered then now() end
              from jsonb_to_recordset(cast(:parts as jsonb)) as r(id uuid, orderid uuid,
                backordered boolean)),
            partlines as (
              insert into fulfillment_order_line (org_id, fulfillment_order_id, line_id, order_id,
                quantity, allocated)
              select :org, r.* from jsonb_to_recordset(cast(:partlines as jsonb)) as r(id uuid,
                line uuid, orderid uuid, quantity int, allocated int)),
            contacts as (
              insert into order_contact (org_id, order_id, phone, payment_fingerprint)
              select :org, r.* from jsonb_to_recordset(cast(:contacts as jsonb)) as r(orderid uuid,
                phone text, payment text)),
            holds as (
              insert into order_hold (org_id, hold_id, order_id, type, reason, placed_by)
              select :org, r.* from jsonb_to_recordset(cast(:holds as jsonb)) as r(id uuid,
                orderid uuid, type text, reason text, actor text))
            insert into order_history (org_id, history_id, order_id, actor, what, detail,
              correlation_id)
            select :org, r.* from jsonb_to_recordset(cast(:history as jsonb)) as r(id uuid,
              orderid uuid, actor text, what text, detail text, correlation text)
            """;

    private final Sealer sealer;
    private final Supplier<UUID> ids;

    IntakeStore(Sealer sealer, Supplier<UUID> ids) {
        this.sealer = sealer;
        this.ids = ids;
    }

    private record KeyRow(ChannelId channel, String id) {}

    private record OrderRow(
            OrderId id,
            ChannelId channel,
            String channelorder,
            String name,
            long number,
            String status,
            Instant placed,
            String currency,
            long total,
            @Nullable String email,
            String payment,
            @Nullable Address shipto,
            @Nullable String service,
            @Nullable String note,
            List<String> tags,
            @Nullable Instant cancelled) {
        static OrderRow of(OrderRecord order) {
            return new OrderRow(
                    order.orderId(),
                    order.channelId(),
                    order.channelOrderId(),
                    order.name(),
                    order.number(),
                    order.status().name(),
                    order.placedAt(),
                    order.total().currency(),
                    order.total().minor(),
                    order.email(),
                    order.payment(),
                    order.shipTo(),
                    order.requestedService(),
                    order.note(),
                    order.tags(),
                    order.status() == OrderStatus.CANCELLED ? order.receivedAt() : null);
        }
    }

    private record LineRow(
            UUID id,
            OrderId orderid,
            int position,
            String channelline,
            @Nullable Sku sku,
            String title,
            @Nullable UUID item,
            int ordered,
            int toship,
            int weight,
            long price,
            boolean physical) {
        static LineRow of(OrderId order, int position, LineRecord line) {
            return new LineRow(
                    line.lineId().value(),
                    order,
                    position,
                    line.channelLineId(),
                    line.sku(),
                    line.title(),
                    IntakeDraft.item(line),
                    line.ordered().units(),
                    line.toShip().units(),
                    line.unitWeight().grams(),
                    line.priceMinor(),
                    line.requiresShipping());
        }
    }

    private record PartRow(FulfillmentOrderId id, OrderId orderid, boolean backordered) {}

    private record PartLineRow(
            FulfillmentOrderId id, UUID line, OrderId orderid, int quantity, int allocated) {}

    private record ContactRow(OrderId orderid, @Nullable String phone, @Nullable String payment) {}

    private record HoldRow(UUID id, OrderId orderid, String type, String reason, String actor) {}

    private record EventRow(
            UUID id,
            OrderId orderid,
            String actor,
            String what,
            String detail,
            String correlation) {}

    /** Those that are here already, by what makes them the same. */
    Map<IncomingOrder.Key, OrderId> known(Tx tx, Collection<IncomingOrder.Key> keys) {
        record Known(IncomingOrder.Key key, OrderId order) {}
        List<KeyRow> rows =
                keys.stream().map(key -> new KeyRow(key.channel(), key.channelOrderId())).toList();
        return tx
                .sql(KNOWN)
                .withJson("keys", rows)
                .list(
                        row ->
                                new Known(
                                        new IncomingOrder.Key(
                                                new ChannelId(row.uuid("channel_id")),
                                                row.text("channel_order_id")),
                                        new OrderId(row.uuid("order_id"))))
                .stream()
                .collect(Collectors.toMap(Known::key, Known::order));
    }

    /** Takes that many numbers of the organization in one go; returns the first. */
    long takeNumbers(Tx tx, int count) {
        return tx.sql(TAKE_NUMBERS).with("count", count).get(row -> row.bigint("last_number"))
                - count
                + 1;
    }

    /** Gives the last of the numbers back that were taken in this transaction. */
    void giveBackNumbers(Tx tx, int count) {
        tx.sql(GIVE_BACK).with("count", count).run();
    }

    void insert(Tx tx, List<IntakeDraft> drafts, List<OrderRecord> orders) {
        List<IntakeDraft> sent = drafts.stream().filter(IntakeDraft::isToBeSent).toList();
        tx.sql(WRITE)
                .withJson("orders", orders.stream().map(OrderRow::of).toList())
                .withJson("lines", drafts.stream().flatMap(IntakeStore::lines).toList())
                .withJson("parts", sent.stream().map(IntakeStore::part).toList())
                .withJson("partlines", sent.stream().flatMap(IntakeStore::partLines).toList())
                .withJson("contacts", drafts.stream().flatMap(each -> contact(tx, each)).toList())
                .withJson("holds", drafts.stream().flatMap(IntakeStore::holds).toList())
                .withJson("history", drafts.stream().flatMap(this::history).toList())
                .run();
    }

    private static Stream<LineRow> lines(IntakeDraft draft) {
        List<LineRow> rows = new ArrayList<>();
        draft.lines().forEach(line -> rows.add(LineRow.of(draft.orderId(), rows.size(), line)));
        return rows.stream();
    }

    private static PartRow part(IntakeDraft draft) {
        return new PartRow(
                draft.partId(), draft.orderId(), draft.status() == OrderStatus.BACKORDERED);
    }

    private static Stream<PartLineRow> partLines(IntakeDraft draft) {
        boolean reserved = draft.status() == OrderStatus.ALLOCATED;
        return draft.open()
                .map(
                        line ->
                                new PartLineRow(
                                        draft.partId(),
                                        line.lineId().value(),
                                        draft.orderId(),
                                        line.toShip().units(),
                                        reserved ? line.toShip().units() : 0));
    }

    /** What buyers are known by beside their address; how they paid only as a keyed hash. */
    private Stream<ContactRow> contact(Tx tx, IntakeDraft draft) {
        String phone = draft.order().phone();
        String method = draft.order().paymentMethod();
        String payment = method == null ? null : sealer.fingerprint(method, tx.org() + "/payment");
        return phone == null && payment == null
                ? Stream.empty()
                : Stream.of(new ContactRow(draft.orderId(), phone, payment));
    }

    private static Stream<HoldRow> holds(IntakeDraft draft) {
        return draft.holds().stream().map(hold -> hold(draft, hold));
    }

    private static HoldRow hold(IntakeDraft draft, ActiveHold hold) {
        return new HoldRow(
                hold.holdId().value(),
                draft.orderId(),
                hold.type().name(),
                hold.reason(),
                draft.actor());
    }

    /** The history is read in the order of its ids, and these are made within a millisecond. */
    private Stream<EventRow> history(IntakeDraft draft) {
        List<IntakeDraft.Event> events = draft.history();
        List<UUID> sorted = Stream.generate(ids).limit(events.size()).sorted().toList();
        List<EventRow> rows = new ArrayList<>();
        for (IntakeDraft.Event event : events) {
            String detail = event.detail();
            rows.add(
                    new EventRow(
                            sorted.get(rows.size()),
                            draft.orderId(),
                            draft.actor(),
                            event.what(),
                            detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail,
                            draft.correlation()));
        }
        return rows.stream();
    }
}
