package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.stock.ReserveOutcome.Missing;

import java.util.List;

/** What came of an order that wanted in. */
sealed interface Intake {
    OrderId orderId();

    /**
     * It is here now.
     *
     * @param order with the status it got at once
     * @param missing what there was not enough of; then nothing is reserved
     */
    record Received(
            OrderRecord order,
            List<LineRecord> lines,
            List<ActiveHold> holds,
            List<Missing> missing)
            implements Intake {
        @Override
        public OrderId orderId() {
            return order.orderId();
        }
    }

    /** It was here before; nothing changed. */
    record AlreadyReceived(OrderId orderId) implements Intake {}
}
