package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.OrderReading;
import io.fulfillx.backend.orders.ChannelAccess.Shop;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrgId;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Takes in the orders of one document, many with one statement for each table. */
final class ImportOrders {
    private static final int TOGETHER = 100;

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
        List<OrderReading> readings = shop.kind().orders().read(document);
        List<IntakeResult> results = new ArrayList<>(readings.size());
        for (int from = 0; from < readings.size(); from += TOGETHER) {
            List<OrderReading> some =
                    readings.subList(from, Math.min(from + TOGETHER, readings.size()));
            results.addAll(transactions.inOrg(org, tx -> receive(tx, channel, some)));
        }
        return results;
    }

    private List<IntakeResult> receive(Tx tx, ChannelId channel, List<OrderReading> readings) {
        List<ChannelOrder> orders =
                readings.stream()
                        .filter(OrderReading.Read.class::isInstance)
                        .map(reading -> ((OrderReading.Read) reading).order())
                        .toList();
        Iterator<Intake> outcomes =
                receiveOrder
                        .receive(
                                tx,
                                orders.stream()
                                        .map(order -> IncomingOrder.by(channel, order))
                                        .toList())
                        .iterator();
        return readings.stream().map(reading -> result(reading, outcomes)).toList();
    }

    private static IntakeResult result(OrderReading reading, Iterator<Intake> outcomes) {
        return switch (reading) {
            case OrderReading.Read(var order) -> IntakeResult.of(order, outcomes.next());
            case OrderReading.MalformedOrder malformed -> IntakeResult.of(malformed);
            case OrderReading.NotAnOrder other -> IntakeResult.of(other);
        };
    }
}
