package io.fulfillx.backend.orders;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import java.util.List;
import java.util.UUID;

final class LineStore {
    private static final String OF_ORDER =
            """
            select line_id, channel_line_id, sku, title, item_id, quantity_ordered,
              quantity_to_ship - quantity_cancelled as quantity_to_ship, quantity_shipped,
              unit_weight_grams, price_minor, requires_shipping
            from order_line where org_id = :org and order_id = :order order by position
            """;
    private static final String LINK =
            """
            update order_line set item_id = :item
            where org_id = :org and line_id = :id and item_id is null
            """;
    private static final String SHIP =
            """
            update order_line set quantity_shipped = quantity_shipped + :units
            where org_id = :org and order_id = :order and line_id = :id
              and quantity_shipped + :units <= quantity_to_ship - quantity_cancelled
            """;

    private static final String ADD =
            """
            update order_line set quantity_to_ship = quantity_to_ship + :units
            where org_id = :org and line_id = :id
            """;
    private static final String RECALL =
            """
            update order_line set quantity_shipped = quantity_shipped - :units
            where org_id = :org and line_id = :id
            """;
    private static final String CANCEL =
            """
            update order_line set quantity_cancelled = quantity_cancelled + :units
            where org_id = :org and line_id = :id
              and quantity_shipped + quantity_cancelled + :units <= quantity_to_ship
            """;

    List<LineRecord> of(Tx tx, OrderId order) {
        return tx.sql(OF_ORDER).with("order", order.value()).list(LineStore::line);
    }

    void link(Tx tx, OrderLineId line, ItemId item) {
        tx.sql(LINK).with("id", line.value()).with("item", item.value()).run();
    }

    /** False when the line would have more shipped than was to be shipped. */
    boolean ship(Tx tx, OrderId order, OrderLineId line, Quantity units) {
        return tx.sql(SHIP)
                        .with("order", order.value())
                        .with("id", line.value())
                        .with("units", units.units())
                        .run()
                == 1;
    }

    /** More units of it are to be sent. */
    void add(Tx tx, OrderLineId line, Quantity units) {
        tx.sql(ADD).with("id", line.value()).with("units", units.units()).run();
    }

    /** A packed parcel did not leave after all. */
    void recall(Tx tx, OrderLineId line, Quantity units) {
        if (!units.isZero()) {
            tx.sql(RECALL).with("id", line.value()).with("units", units.units()).run();
        }
    }

    /** False when fewer units are still to be sent. */
    boolean cancel(Tx tx, OrderLineId line, Quantity units) {
        return tx.sql(CANCEL).with("id", line.value()).with("units", units.units()).run() == 1;
    }

    private static LineRecord line(Row row) {
        String sku = row.textOrNull("sku");
        UUID item = row.uuidOrNull("item_id");
        return new LineRecord(
                new OrderLineId(row.uuid("line_id")),
                row.text("channel_line_id"),
                sku == null ? null : new Sku(sku),
                row.text("title"),
                item == null ? null : new ItemId(item),
                new Quantity(row.integer("quantity_ordered")),
                new Quantity(row.integer("quantity_to_ship")),
                new Quantity(row.integer("quantity_shipped")),
                new Weight(row.integer("unit_weight_grams")),
                row.bigint("price_minor"),
                row.flag("requires_shipping"));
    }
}
