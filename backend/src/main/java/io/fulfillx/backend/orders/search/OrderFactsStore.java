package io.fulfillx.backend.orders.search;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.wire.Json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads what is derived from orders, many at a time. */
public final class OrderFactsStore {
    private static final String FACTS =
            """
            select o.order_id, o.channel_id, o.number, o.name, o.placed_at, o.total_minor,
              o.currency, o.email, c.phone, c.payment_fingerprint, o.ship_to, o.tags, o.note,
              (select coalesce(jsonb_agg(jsonb_build_object('sku', l.sku,
                  'units', l.quantity_ordered) order by l.position), '[]')
                from order_line l
                where l.org_id = o.org_id and l.order_id = o.order_id) as lines,
              (select coalesce(jsonb_agg(n.text order by n.note_id), '[]') from order_note n
                where n.org_id = o.org_id and n.order_id = o.order_id) as notes,
              (select coalesce(jsonb_agg(s.tracking_number), '[]') from shipment_notice s
                where s.org_id = o.org_id and s.order_id = o.order_id) as tracking
            from jsonb_array_elements_text(cast(:ids as jsonb)) as wanted(id)
            join sales_order o on o.org_id = :org and o.order_id = cast(wanted.id as uuid)
            left join order_contact c on c.org_id = o.org_id and c.order_id = o.order_id
            order by o.order_id
            """;

    /** Those that there are, by id. */
    public List<OrderFacts> facts(Tx tx, Collection<OrderId> orders) {
        return orders.isEmpty()
                ? List.of()
                : tx.sql(FACTS).withJson("ids", orders).list(OrderFactsStore::order);
    }

    private static OrderFacts order(Row row) {
        String shipTo = row.textOrNull("ship_to");
        List<String> notes = new ArrayList<>();
        String buyers = row.textOrNull("note");
        if (buyers != null) {
            notes.add(buyers);
        }
        notes.addAll(List.of(row.json("notes", String[].class)));
        return new OrderFacts(
                new OrderId(row.uuid("order_id")),
                new ChannelId(row.uuid("channel_id")),
                row.bigint("number"),
                row.text("name"),
                row.instant("placed_at"),
                new Money(row.bigint("total_minor"), row.text("currency")),
                row.textOrNull("email"),
                row.textOrNull("phone"),
                row.textOrNull("payment_fingerprint"),
                shipTo == null ? null : Json.read(shipTo, Address.class),
                List.of(row.json("lines", OrderFacts.Line[].class)),
                List.of(row.json("tags", String[].class)),
                notes,
                List.of(row.json("tracking", String[].class)));
    }
}
