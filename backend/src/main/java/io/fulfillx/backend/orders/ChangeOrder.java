package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.AddressPolicy;
import io.fulfillx.backend.orders.AllocateOrder.Allocation;
import io.fulfillx.backend.orders.CancelPolicy.Reached;
import io.fulfillx.backend.orders.FloorStore.Stage;
import io.fulfillx.backend.orders.TrailStore.Edit;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.BackorderPolicy;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldScope;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes what was ordered: where it goes, how much of it, and what is done when stock lacks. */
final class ChangeOrder {
    /** Labels with the old address are replaced; subject is the order. */
    static final String ADDRESS_CHANGED = "order.address-changed";

    private final OrderStore orders;
    private final Books books;
    private final AddressPolicy addresses;
    private final AllocateOrder allocate;
    private final FloorStore floor;
    private final Outbox outbox;

    ChangeOrder(
            OrderStore orders,
            Books books,
            AddressPolicy addresses,
            AllocateOrder allocate,
            FloorStore floor,
            Outbox outbox) {
        this.orders = orders;
        this.books = books;
        this.addresses = addresses;
        this.allocate = allocate;
        this.floor = floor;
        this.outbox = outbox;
    }

    /** What is written in. */
    record Books(
            LineStore lines,
            HoldStore holds,
            OrderParts parts,
            TrailStore trail,
            OrderJournal journal) {}

    /**
     * Sends the order elsewhere. What is wrong with the address holds the order; labels with the
     * old one are taken back and bought anew.
     *
     * @throws Fault NOT_ALLOWED_NOW once a parcel is packed or with the carrier
     */
    void address(Tx tx, OrderId id, Address to, String why, String actor) {
        OrderRecord order = books.journal().lock(tx, id);
        var _ = OrderStatus.TABLE.require(order.status(), OrderStatus.Verb.CHANGE_ADDRESS);
        Address before = order.shipTo();
        if (to.equals(before)) {
            return;
        }
        List<Stage> stages = floor.stages(tx, id);
        refusePacked(stages);
        orders.address(tx, id, to);
        recheck(tx, id, to, actor);
        books.trail()
                .edit(
                        tx,
                        id,
                        new Edit(
                                actor,
                                "ADDRESS_CHANGED",
                                why,
                                Map.of("shipTo", before == null ? Map.of() : before),
                                Map.of("shipTo", to)));
        books.journal().changed(tx, id);
        if (stages.stream().anyMatch(stage -> CancelPolicy.reached(stage) != Reached.OVER)) {
            outbox.add(tx, ADDRESS_CHANGED, id.value());
        }
    }

    private static void refusePacked(List<Stage> stages) {
        for (Stage stage : stages) {
            switch (CancelPolicy.reached(stage)) {
                case PACKED, HANDED_OVER, SCANNED ->
                        throw new Fault(
                                Fault.Code.NOT_ALLOWED_NOW,
                                "Parcel "
                                        + stage.number()
                                        + " is packed for the old address. Have it redirected by"
                                        + " the carrier, or handle it as a return.");
                case NOT_LABELLED, LABELLED, PRINTED, OVER -> {}
            }
        }
    }

    private void recheck(Tx tx, OrderId id, Address to, String actor) {
        String problems =
                addresses.gaps(to).stream()
                        .map(gap -> gap.detail())
                        .collect(Collectors.joining("; "));
        for (ActiveHold hold : books.holds().active(tx, id)) {
            if (hold.type().equals(HoldType.ADDRESS)) {
                books.journal().release(tx, id, hold, actor);
            }
        }
        if (!problems.isEmpty()) {
            String sentence =
                    Character.toUpperCase(problems.charAt(0)) + problems.substring(1) + ".";
            HoldId _ = books.journal().hold(tx, id, HoldType.ADDRESS, sentence, actor);
        }
    }

    /**
     * Has more units of a line sent; fewer are a cancel of units.
     *
     * @throws Fault INVALID for an unknown line
     */
    void more(Tx tx, OrderId id, OrderLineId lineId, Quantity quantity, String why, String actor) {
        OrderRecord order = books.journal().lock(tx, id);
        var _ = OrderStatus.TABLE.require(order.status(), OrderStatus.Verb.CHANGE_QUANTITY);
        LineRecord line = line(tx, id, lineId);
        Quantity added = quantity.minus(line.toShip());
        books.lines().add(tx, lineId, added);
        books.parts().grow(tx, id, lineId, added);
        edited(tx, id, line, quantity, why, actor);
        Allocation _ = allocate.allocate(tx, books.journal().lock(tx, id), actor);
        books.journal().changed(tx, id);
    }

    LineRecord line(Tx tx, OrderId id, OrderLineId lineId) {
        return books.lines().of(tx, id).stream()
                .filter(each -> each.lineId().equals(lineId))
                .findFirst()
                .orElseThrow(() -> Fault.notFound("line"));
    }

    void edited(Tx tx, OrderId id, LineRecord line, Quantity quantity, String why, String actor) {
        books.trail()
                .edit(
                        tx,
                        id,
                        new Edit(
                                actor,
                                "QUANTITY_CHANGED",
                                why,
                                quantityOf(line, line.toShip()),
                                quantityOf(line, quantity)));
    }

    private static Map<String, Object> quantityOf(LineRecord line, Quantity quantity) {
        return Map.of("lineId", line.lineId(), "quantity", quantity);
    }

    /** What is done about lacking stock from now on; it is tried again at once. */
    void policy(Tx tx, OrderId id, BackorderPolicy policy, String why, String actor) {
        OrderRecord order = books.journal().lock(tx, id);
        var _ = OrderStatus.TABLE.require(order.status(), OrderStatus.Verb.CHANGE_POLICY);
        BackorderPolicy before = books.parts().backorderPolicy(tx, id);
        books.parts().backorderPolicy(tx, id, policy);
        books.trail()
                .edit(
                        tx,
                        id,
                        new Edit(
                                actor,
                                "BACKORDER_POLICY_CHANGED",
                                why,
                                Map.of("policy", before),
                                Map.of("policy", policy)));
        for (ActiveHold hold : books.holds().active(tx, id)) {
            if (hold.type().equals(HoldType.INVENTORY) && hold.scope() == HoldScope.ORDER) {
                books.journal().release(tx, id, hold, actor);
            }
        }
        Allocation _ = allocate.allocate(tx, order, actor);
        books.journal().changed(tx, id);
    }

    /** Puts an order away for good. */
    void close(Tx tx, OrderId id, String why, String actor) {
        OrderRecord order = books.journal().lock(tx, id);
        if (order.status() == OrderStatus.CLOSED) {
            return;
        }
        var _ = OrderStatus.TABLE.require(order.status(), OrderStatus.Verb.CLOSE);
        books.parts().close(tx, id);
        books.parts().settle(tx, id, actor, why);
    }
}
