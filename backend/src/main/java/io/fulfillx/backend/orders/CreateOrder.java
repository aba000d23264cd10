package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
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
    private final Transactions transactions;
    private final ApiChannel channel;
    private final ReceiveOrder receiveOrder;
    private final Known known;
    private final Clock clock;

    CreateOrder(
            Transactions transactions,
            ApiChannel channel,
            ReceiveOrder receiveOrder,
            Known known,
            Clock clock) {
        this.transactions = transactions;
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
     * @throws Fault INVALID with a pointer to what has to be changed
     */
    CreatedOrder create(OrgId org, NewOrder order, String actor) {
        ChannelOrder read = NewOrderReader.read(order, clock.instant());
        IncomingOrder incoming = new IncomingOrder(channel.of(org), read, actor);
        return transactions.inOrg(org, tx -> receive(tx, incoming));
    }

    private CreatedOrder receive(Tx tx, IncomingOrder incoming) {
        return switch (receiveOrder.receive(tx, List.of(incoming)).getFirst()) {
            case Intake.Received received -> CreatedOrder.of(received);
            case Intake.AlreadyReceived(OrderId id) -> known.show(tx, id);
        };
    }
}
