package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.quantity.Quantity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Creates orders that a seller's own system sends. */
final class CreateOrder {
    private final ApiChannel channel;
    private final ReceiveOrder receiveOrder;
    private final Known known;
    private final Clock clock;

    CreateOrder(ApiChannel channel, ReceiveOrder receiveOrder, Known known, Clock clock) {
        this.channel = channel;
        this.receiveOrder = receiveOrder;
        this.known = known;
        this.clock = clock;
    }

    /** Shows orders that were here before. */
    record Known(OrderStore orders, LineStore lines, HoldStore holds, InventoryModule inventory) {
        CreatedOrder show(Tx tx, OrderId id) {
            OrderRecord order = orders.find(tx, id).orElseThrow(() -> Fault.notFound("order"));
            Map<OrderLineId, Quantity> reserved =
                    inventory.reservedAt(tx, id).stream()
                            .collect(
                                    Collectors.toMap(
                                            PickFrom::lineId, PickFrom::quantity, Quantity::plus));
            return CreatedOrder.known(order, lines.of(tx, id), reserved, holds.active(tx, id));
        }
    }

    /**
     * Reads an order and finds its channel. Call it outside of any transaction.
     *
     * @throws Fault INVALID with a pointer to what has to be changed
     */
    IncomingOrder read(OrgId org, NewOrder order, String actor) {
        ChannelOrder read = NewOrderReader.read(order, clock.instant());
        return new IncomingOrder(channel.of(org), read, actor, Correlation.current());
    }

    /** One outcome for each, in their order. */
    List<CreatedOrder> create(Tx tx, List<IncomingOrder> incoming) {
        return receiveOrder.receive(tx, incoming).stream()
                .map(intake -> created(tx, intake))
                .toList();
    }

    private CreatedOrder created(Tx tx, Intake intake) {
        return switch (intake) {
            case Intake.Received received -> CreatedOrder.of(received);
            case Intake.AlreadyReceived(OrderId id) -> known.show(tx, id);
        };
    }
}
