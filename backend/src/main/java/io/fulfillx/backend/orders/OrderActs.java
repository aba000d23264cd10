package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the desk does to an order: the parts of this package, for the packages below it. */
public final class OrderActs {
    private static final int MAX_TAGS = 100;

    private final OrderStore orders;
    private final HoldStore holds;
    private final OrderJournal journal;
    private final HoldOrder holdOrder;
    private final CancelOrder cancelOrder;
    private final MergeOrders mergeOrders;
    private final ReceiveOrder receiveOrder;
    private final ApiChannel ownChannel;
    private final Outbox outbox;

    /** Where orders come in, and the channel of those without a shop. */
    record Intakes(ReceiveOrder receiveOrder, ApiChannel ownChannel) {}

    /** What is done to orders as a whole. */
    record Verbs(HoldOrder hold, CancelOrder cancel, MergeOrders merge) {}

    OrderActs(
            OrderStore orders,
            HoldStore holds,
            OrderJournal journal,
            Verbs verbs,
            Intakes intakes,
            Outbox outbox) {
        this.orders = orders;
        this.holds = holds;
        this.journal = journal;
        this.holdOrder = verbs.hold();
        this.cancelOrder = verbs.cancel();
        this.mergeOrders = verbs.merge();
        this.receiveOrder = intakes.receiveOrder();
        this.ownChannel = intakes.ownChannel();
        this.outbox = outbox;
    }

    /** An order as far as it matters here. */
    public record OrderSeen(OrderId orderId, OrderStatus status, List<String> tags) {
        /** Whether it can still go on, so that a hold means something. */
        public boolean isOpen() {
            return !status.isOver();
        }
    }

    /** An order that wanted in, and whether it is new. */
    public record TakenIn(OrderId orderId, boolean isNew) {}

    /**
     * Waits for whoever else is changing the order.
     *
     * @throws Fault NOT_FOUND
     */
    public OrderSeen lock(Tx tx, OrderId id) {
        OrderRecord order = journal.lock(tx, id);
        return new OrderSeen(id, order.status(), order.tags());
    }

    /**
     * @throws Fault NOT_FOUND
     */
    public void mustExist(Tx tx, OrderId id) {
        OrderRecord _ = orders.find(tx, id).orElseThrow(() -> Fault.notFound("order"));
    }

    /**
     * Holds the order unless it has a hold of that type.
     *
     * @return false when it had one
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW when the order is over
     */
    public boolean hold(Tx tx, OrderId id, HoldType type, String reason, String actor) {
        OrderRecord _ = journal.lock(tx, id);
        if (active(tx, id, type).isEmpty()) {
            var _ = holdOrder.place(tx, id, type, reason, actor);
            return true;
        }
        return false;
    }

    /**
     * Releases all holds of that type.
     *
     * @return false when there was none
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW when the cause of one is still there
     */
    public boolean release(Tx tx, OrderId id, HoldType type, String actor) {
        OrderRecord _ = journal.lock(tx, id);
        List<ActiveHold> found = active(tx, id, type);
        found.forEach(hold -> holdOrder.release(tx, id, hold.holdId(), actor));
        return !found.isEmpty();
    }

    private List<ActiveHold> active(Tx tx, OrderId id, HoldType type) {
        return holds.active(tx, id).stream().filter(hold -> hold.type().equals(type)).toList();
    }

    /**
     * @return false when it was cancelled before
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW when it is too late
     */
    public boolean cancel(Tx tx, OrderId id, String reason, String actor) {
        if (journal.lock(tx, id).status() == OrderStatus.CANCELLED) {
            return false;
        }
        cancelOrder.cancel(tx, id, reason, actor);
        return true;
    }

    /**
     * Moves everything of an order into another one; the first ends as cancelled.
     *
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW saying what keeps them apart
     */
    public void merge(Tx tx, OrderId from, OrderId into, String why, String actor) {
        mergeOrders.merge(tx, from, into, why, actor);
    }

    /**
     * Adds tags and takes others off.
     *
     * @return false when nothing changed
     * @throws Fault NOT_FOUND, or INVALID when there would be too many
     */
    public boolean tag(Tx tx, OrderId id, List<String> add, List<String> remove, String actor) {
        OrderRecord order = journal.lock(tx, id);
        Set<String> tags = new LinkedHashSet<>(order.tags());
        tags.addAll(add);
        remove.forEach(tags::remove);
        if (List.copyOf(tags).equals(order.tags())) {
            return false;
        }
        if (tags.size() > MAX_TAGS) {
            throw Fault.invalid("/add", "An order has at most " + MAX_TAGS + " tags.");
        }
        orders.setTags(tx, id, List.copyOf(tags));
        journal.note(tx, id, actor, "TAGS_CHANGED", "Tags: " + String.join(", ", tags) + ".");
        journal.changed(tx, id);
        return true;
    }

    /**
     * Lets the rules decide anew, as long as no wave has the order.
     *
     * @return false when they have not decided yet
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW
     */
    public boolean rerunRules(Tx tx, OrderId id, String actor) {
        OrderRecord order = journal.lock(tx, id);
        if (order.status() != OrderStatus.ALLOCATED) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "The order is " + order.status() + "; rules decide about ALLOCATED orders.");
        }
        if (order.decidedAt() == null) {
            return false;
        }
        orders.undecide(tx, id);
        outbox.add(tx, InventoryModule.ORDER_ALLOCATED, id.value());
        journal.note(tx, id, actor, "RULES_RERUN", "The rules are to decide anew.");
        return true;
    }

    /** Takes orders in, each once per channel and channel order id; one answer each, in order. */
    public List<TakenIn> receive(
            Tx tx, ChannelId channel, List<ChannelOrder> incoming, String actor) {
        List<IncomingOrder> wanted =
                incoming.stream()
                        .map(
                                order ->
                                        new IncomingOrder(
                                                channel, order, actor, Correlation.current()))
                        .toList();
        return receiveOrder.receive(tx, wanted).stream()
                .map(intake -> new TakenIn(intake.orderId(), intake instanceof Intake.Received))
                .toList();
    }

    /** The channel of orders behind which there is no shop. */
    public ChannelId ownChannel(Tx tx) {
        return ownChannel.in(tx);
    }

    /**
     * A channel of this organization.
     *
     * @throws Fault NOT_FOUND
     */
    public ChannelId channel(Tx tx, ChannelId channel) {
        return ownChannel.existing(tx, channel);
    }

    /** Adds a row to the order's history and tells those who follow it. */
    public void tell(Tx tx, OrderId id, String actor, String what, String detail) {
        journal.note(tx, id, actor, what, detail);
        journal.changed(tx, id);
    }

    /** Tells those who follow the order that it is different now. */
    public void changed(Tx tx, OrderId id) {
        journal.changed(tx, id);
    }
}
