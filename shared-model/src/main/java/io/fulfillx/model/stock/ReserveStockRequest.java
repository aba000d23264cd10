package io.fulfillx.model.stock;

import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;

/** Reserve all lines of one order, or none. Repeating it changes nothing. */
public record ReserveStockRequest(OrderId orderId, List<Line> lines) {
    /** One line's demand. */
    public record Line(OrderLineId lineId, Sku sku, Quantity quantity) {}

    public ReserveStockRequest {
        lines = List.copyOf(lines);
    }
}
