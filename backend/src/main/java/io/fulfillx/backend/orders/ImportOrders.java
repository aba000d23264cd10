package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.OrderReading;
import io.fulfillx.backend.orders.ChannelAccess.Shop;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrgId;

import java.util.List;

/** Takes in the orders of one document, each in a transaction of its own. */
final class ImportOrders {
    private final Transactions transactions;
    private final ChannelAccess channels;
    private final ReceiveOrder receiveOrder;

    ImportOrders(Transactions transactions, ChannelAccess channels, ReceiveOrder receiveOrder) {
        this.transactions = transactions;
        this.channels = channels;
        this.receiveOrder = receiveOrder;
    }

    /**
     * One result per thing found in the document; a bad order does not spoil its neighbours.
     *
     * @throws Fault NOT_FOUND when there is no such channel
     */
    List<IntakeResult> run(OrgId org, ChannelId channel, byte[] document) {
        Shop shop =
                transactions
                        .inOrg(org, tx -> channels.find(tx, channel))
                        .orElseThrow(() -> Fault.notFound("channel"));
        return shop.kind().orders().read(document).stream()
                .map(reading -> result(org, channel, reading))
                .toList();
    }

    private IntakeResult result(OrgId org, ChannelId channel, OrderReading reading) {
        return switch (reading) {
            case OrderReading.Read(var order) ->
                    IntakeResult.of(order, receiveOrder.receive(org, channel, order));
            case OrderReading.MalformedOrder malformed -> IntakeResult.of(malformed);
            case OrderReading.NotAnOrder other -> IntakeResult.of(other);
        };
    }
}
