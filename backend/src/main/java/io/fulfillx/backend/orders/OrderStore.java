package io.fulfillx.backend.orders;

import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class OrderStore {
    private static final String COLUMNS =
            """
            select order_id, channel_id, channel_order_id, name, number, status, placed_at,
              received_at, currency, total_minor, email, payment, ship_to, requested_service,
              chosen_service, chosen_carton, note, tags, decided_at, merged_into
            from sales_order where org_id = :org
            """;
    static final String BY_ID = COLUMNS + " and order_id = :id";
    private static final String BY_IDS = COLUMNS + " and order_id = any(cast(:ids as uuid[]))";
    private static final String LOCK_OF_PARTS =
            COLUMNS
                    + """
                     and order_id in (
                      select order_id from fulfillment_order
                      where org_id = :org and fulfillment_order_id = any(cast(:parts as uuid[]))
                      union select order_id from fulfillment_order_line
                      where org_id = :org and fulfillment_order_id = any(cast(:parts as uuid[])))
                    order by order_id for no key update
                    """;
    private static final String DECIDE =
            """
            update sales_order set decided_at = coalesce(decided_at, now()),
              chosen_service = coalesce(cast(:service as text), chosen_service),
              chosen_carton = coalesce(cast(:carton as text), chosen_carton),
              tags = cast(:tags as jsonb), version = version + 1
            where org_id = :org and order_id = :id
            """;
    private static final String SET_TAGS =
            """
            update sales_order set tags = cast(:tags as jsonb), version = version + 1
            where org_id = :org and order_id = :id
            """;
    private static final String UNDECIDE =
            """
            update sales_order set decided_at = null, version = version + 1
            where org_id = :org and order_id = :id
            """;
    private static final String ADDRESS =
            """
            update sales_order set ship_to = cast(:to as jsonb),
              address_revision = address_revision + 1, version = version + 1
            where org_id = :org and order_id = :id
            """;
    private static final String ADDRESS_REVISION =
            """
            select order_id, address_revision from sales_order
            where org_id = :org and order_id = any(cast(:orders as uuid[]))
            """;

    /** Others may add rows that refer to an order meanwhile: that is no reason to pass it over. */
    private static final String RELEASABLE =
            """
            select f.fulfillment_order_id from sales_order o
            join fulfillment_order f on f.org_id = o.org_id and f.order_id = o.order_id
            where o.org_id = :org and o.status in ('ALLOCATED', 'PARTIALLY_ALLOCATED', 'RELEASED',
                'IN_FULFILLMENT', 'PARTIALLY_SHIPPED')
              and o.decided_at is not null and f.state = 'OPEN'
              and exists (select 1 from fulfillment_order_line l where l.org_id = f.org_id
                and l.fulfillment_order_id = f.fulfillment_order_id)
              and not exists (select 1 from fulfillment_order_line l where l.org_id = f.org_id
                and l.fulfillment_order_id = f.fulfillment_order_id and l.allocated < l.quantity)
              and not exists (select 1 from held_part h where h.org_id = f.org_id
                and h.fulfillment_order_id = f.fulfillment_order_id)
            order by o.placed_at, o.order_id, f.number limit :max
            for no key update of o skip locked
            """;

    private static final String MERGED =
            "update sales_order set merged_into = :into where org_id = :org and order_id = :id";
    private static final String WAITING_FOR_ITEM =
            """
            select distinct o.order_id from sales_order o
            join order_line l on l.org_id = o.org_id and l.order_id = o.order_id
            where o.org_id = :org
              and o.status in ('RECEIVED', 'VALIDATED', 'PARTIALLY_ALLOCATED', 'BACKORDERED',
                'RELEASED', 'IN_FULFILLMENT', 'PARTIALLY_SHIPPED')
              and l.quantity_to_ship > l.quantity_shipped + l.quantity_cancelled
              and exists (select 1 from fulfillment_order_line p
                join fulfillment_order f on f.org_id = p.org_id
                  and f.fulfillment_order_id = p.fulfillment_order_id
                where p.org_id = o.org_id and p.line_id = l.line_id and f.state <> 'CANCELLED'
                  and p.allocated < p.quantity)
              and (l.item_id = :item or (l.item_id is null and l.sku = :sku))
            order by o.order_id
            """;

    Optional<OrderRecord> find(Tx tx, OrderId id) {
        return tx.sql(BY_ID).with("id", id.value()).find(OrderStore::order);
    }

    List<OrderRecord> find(Tx tx, Collection<OrderId> ids) {
        return tx.sql(BY_IDS)
                .withIds("ids", ids.stream().map(OrderId::value).toList())
                .list(OrderStore::order);
    }

    /** Waits for whoever else is changing the order. */
    Optional<OrderRecord> lock(Tx tx, OrderId id) {
        return tx.sql(BY_ID + " for no key update").with("id", id.value()).find(OrderStore::order);
    }

    /** Every order that has units in one of the parts. */
    List<OrderRecord> lock(Tx tx, Collection<FulfillmentOrderId> parts) {
        return tx.sql(LOCK_OF_PARTS)
                .withIds("parts", parts.stream().map(FulfillmentOrderId::value).toList())
                .list(OrderStore::order);
    }

    void decide(
            Tx tx,
            OrderId id,
            @Nullable String service,
            @Nullable String carton,
            List<String> tags) {
        tx.sql(DECIDE)
                .with("id", id.value())
                .with("service", service)
                .with("carton", carton)
                .withJson("tags", tags)
                .run();
    }

    void setTags(Tx tx, OrderId id, List<String> tags) {
        tx.sql(SET_TAGS).with("id", id.value()).withJson("tags", tags).run();
    }

    /** The rules will have their say again. */
    void undecide(Tx tx, OrderId id) {
        tx.sql(UNDECIDE).with("id", id.value()).run();
    }

    /** Its lines went into another order. */
    void merged(Tx tx, OrderId id, OrderId into) {
        tx.sql(MERGED).with("id", id.value()).with("into", into.value()).run();
    }

    Map<OrderId, Integer> addressRevisions(Tx tx, Collection<OrderId> orders) {
        Map<OrderId, Integer> revisions = new HashMap<>();
        tx.sql(ADDRESS_REVISION)
                .withIds("orders", orders.stream().map(OrderId::value).toList())
                .list(
                        row ->
                                revisions.put(
                                        new OrderId(row.uuid("order_id")),
                                        row.integer("address_revision")));
        return revisions;
    }

    void address(Tx tx, OrderId id, Address to) {
        tx.sql(ADDRESS).with("id", id.value()).withJson("to", to).run();
    }

    /** Oldest first; skips those that somebody else is about to release. */
    List<FulfillmentOrderId> lockReleasable(Tx tx, int max) {
        return tx.sql(RELEASABLE)
                .with("max", max)
                .list(row -> new FulfillmentOrderId(row.uuid("fulfillment_order_id")));
    }

    /** Orders that lack units of this item, in the order in which they came. */
    List<OrderId> waitingFor(Tx tx, Item item) {
        return tx.sql(WAITING_FOR_ITEM)
                .with("item", item.itemId().value())
                .with("sku", item.sku().value())
                .list(row -> new OrderId(row.uuid("order_id")));
    }

    static OrderRecord order(Row row) {
        String shipTo = row.textOrNull("ship_to");
        UUID mergedInto = row.uuidOrNull("merged_into");
        return new OrderRecord(
                new OrderId(row.uuid("order_id")),
                new ChannelId(row.uuid("channel_id")),
                row.text("channel_order_id"),
                row.text("name"),
                row.bigint("number"),
                OrderStatus.valueOf(row.text("status")),
                row.instant("placed_at"),
                row.instant("received_at"),
                new Money(row.bigint("total_minor"), row.text("currency")),
                row.textOrNull("email"),
                row.text("payment"),
                shipTo == null ? null : Json.read(shipTo, Address.class),
                row.textOrNull("requested_service"),
                row.textOrNull("chosen_service"),
                row.textOrNull("chosen_carton"),
                row.textOrNull("note"),
                List.of(row.json("tags", String[].class)),
                row.instantOrNull("decided_at"),
                mergedInto == null ? null : new OrderId(mergedInto));
    }
}
