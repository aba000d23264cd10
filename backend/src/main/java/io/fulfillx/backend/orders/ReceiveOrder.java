package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.ChannelLine;
import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.IntakePolicy;
import io.fulfillx.backend.channels.IntakeProblem;
import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.quantity.Quantity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes an order in, once per channel and channel order id, whichever way it comes. What is wrong
 * with it becomes a hold; an order is never dropped. Order, holds, reservation and outbox row
 * commit together.
 */
final class ReceiveOrder {
    private final Transactions transactions;
    private final OrderStore orders;
    private final LineStore lines;
    private final AllocateOrder allocate;
    private final OrderParts parts;
    private final OrderJournal journal;
    private final IntakePolicy policy;
    private final Stamps stamps;

    ReceiveOrder(
            Transactions transactions,
            OrderStore orders,
            LineStore lines,
            AllocateOrder allocate,
            Books books,
            IntakePolicy policy,
            Stamps stamps) {
        this.transactions = transactions;
        this.orders = orders;
        this.lines = lines;
        this.allocate = allocate;
        this.parts = books.parts();
        this.journal = books.journal();
        this.policy = policy;
        this.stamps = stamps;
    }

    /** Where it is written down. */
    record Books(OrderParts parts, OrderJournal journal) {}

    /** Where time and ids come from. */
    record Stamps(Clock clock, Supplier<UUID> ids) {}

    /** What came of it. */
    sealed interface Intake {
        OrderId orderId();

        record Received(OrderId orderId) implements Intake {}

        record AlreadyReceived(OrderId orderId) implements Intake {}
    }

    Intake receive(OrgId org, ChannelId channel, ChannelOrder order) {
        return transactions.inOrg(org, tx -> receive(tx, channel, order));
    }

    private Intake receive(Tx tx, ChannelId channel, ChannelOrder order) {
        Optional<OrderRecord> known = orders.find(tx, channel, order.channelOrderId());
        if (known.isPresent()) {
            return new Intake.AlreadyReceived(known.get().orderId());
        }
        OrderRecord record = record(tx, channel, order);
        if (!orders.insert(tx, record)) {
            // Another delivery of it committed while we waited for its row.
            OrderRecord other = orders.find(tx, channel, order.channelOrderId()).orElseThrow();
            return new Intake.AlreadyReceived(other.orderId());
        }
        lines.insert(tx, record.orderId(), order.lines().stream().map(this::line).toList());
        journal.note(
                tx,
                record.orderId(),
                Actor.SYSTEM,
                record.status().name(),
                "Order " + order.name() + " came from the channel.");
        journal.changed(tx, record.orderId());
        if (record.status() == OrderStatus.CANCELLED) {
            parts.cancelledBefore(tx, record.orderId());
        } else if (record.status() == OrderStatus.RECEIVED) {
            parts.openFirst(tx, record.orderId());
            hold(tx, record.orderId(), policy.problems(order));
            allocate.allocate(tx, record, Actor.SYSTEM);
        }
        return new Intake.Received(record.orderId());
    }

    private OrderRecord record(Tx tx, ChannelId channel, ChannelOrder order) {
        return new OrderRecord(
                new OrderId(stamps.ids().get()),
                channel,
                order.channelOrderId(),
                order.name(),
                orders.nextNumber(tx),
                status(order),
                order.placedAt(),
                stamps.clock().instant(),
                order.total(),
                order.email(),
                order.paymentState().name(),
                order.shipTo(),
                order.requestedService(),
                null,
                null,
                order.note(),
                order.tags(),
                null);
    }

    private static OrderStatus status(ChannelOrder order) {
        if (order.cancelledAt() != null) {
            return OrderStatus.CANCELLED;
        }
        return order.unitsToShip() == 0 ? OrderStatus.NOTHING_TO_SHIP : OrderStatus.RECEIVED;
    }

    private LineRecord line(ChannelLine line) {
        return new LineRecord(
                new OrderLineId(stamps.ids().get()),
                line.channelLineId(),
                line.sku(),
                line.title(),
                null,
                line.ordered(),
                line.toShip(),
                Quantity.ZERO,
                line.unitWeight(),
                line.unitPrice().minor(),
                line.requiresShipping());
    }

    private void hold(Tx tx, OrderId order, List<IntakeProblem> problems) {
        for (IntakeProblem problem : problems) {
            switch (problem) {
                case IntakeProblem.AddressMissing(), IntakeProblem.AddressIncomplete(_, _) ->
                        journal.hold(tx, order, HoldType.ADDRESS, sentence(problem), Actor.SYSTEM);
                case IntakeProblem.Unreadable(_, _) ->
                        journal.hold(tx, order, HoldType.DATA, sentence(problem), Actor.SYSTEM);
                case IntakeProblem.PaymentOpen(_) ->
                        journal.hold(tx, order, HoldType.PAYMENT, sentence(problem), Actor.SYSTEM);
                // Allocation finds lines without an item itself, also later on.
                case IntakeProblem.MissingSku(_, _) -> {}
            }
        }
    }

    private static String sentence(IntakeProblem problem) {
        String detail = problem.detail();
        return Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + ".";
    }
}
