package io.fulfillx.backend.orders.exchange;

import io.fulfillx.backend.orders.exchange.OrderDocument.LineDocument;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.wire.Json;

import java.util.List;

/** Reads orders as files hold them, many at a time. */
final class ExportStore {
    private static final String DOCUMENTS =
            """
            select o.order_id, o.channel_order_id, o.name, o.placed_at, o.currency, o.total_minor,
              o.email, c.phone, o.ship_to, o.payment, o.status = 'CANCELLED' as cancelled,
              o.requested_service, o.note, o.tags,
              (select coalesce(jsonb_agg(jsonb_build_object('lineId', l.channel_line_id,
                  'sku', l.sku, 'title', l.title, 'quantity', l.quantity_ordered,
                  'toShip', l.quantity_to_ship, 'requiresShipping', l.requires_shipping,
                  'unitWeightGrams', l.unit_weight_grams, 'unitPriceMinor', l.price_minor)
                  order by l.position), '[]')
                from order_line l
                where l.org_id = o.org_id and l.order_id = o.order_id) as lines
            from jsonb_array_elements_text(cast(:ids as jsonb)) as wanted(id)
            join sales_order o on o.org_id = :org and o.order_id = cast(wanted.id as uuid)
            left join order_contact c on c.org_id = o.org_id and c.order_id = o.order_id
            order by o.order_id
            """;

    List<OrderDocument> documents(Tx tx, List<OrderId> orders) {
        return tx.sql(DOCUMENTS).withJson("ids", orders).list(ExportStore::document);
    }

    private static OrderDocument document(Row row) {
        String shipTo = row.textOrNull("ship_to");
        return new OrderDocument(
                row.uuid("order_id").toString(),
                row.text("channel_order_id"),
                row.text("name"),
                row.instant("placed_at"),
                row.text("currency"),
                row.bigint("total_minor"),
                row.textOrNull("email"),
                row.textOrNull("phone"),
                shipTo == null ? null : Json.read(shipTo, Address.class),
                row.text("payment"),
                row.flag("cancelled"),
                row.textOrNull("requested_service"),
                row.textOrNull("note"),
                List.of(row.json("tags", String[].class)),
                List.of(row.json("lines", LineDocument[].class)));
    }
}
