package io.fulfillx.backend.orders;

import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.AllocateOrder.Allocation;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderState;
import io.fulfillx.backend.orders.api.FulfillmentOrderState.Verb;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves everything of one order into another one. What was sold stays what it was: a moved line
 * remembers its order, and the channel hears of its parcels for that one.
 */
final class MergeOrders {
    /** Holds that say nothing about the order itself: they are looked at anew after the merge. */
    private static final Set<HoldType> HARMLESS =
            Set.of(
                    HoldType.DUPLICATE_SUSPECT,
                    HoldType.INVENTORY,
                    HoldType.UNKNOWN_SKU,
                    HoldType.MISSING_SKU);

    private final InventoryModule inventory;
    private final OrderStore orders;
    private final ChangeOrder.Books books;
    private final AllocateOrder allocate;
    private final Supplier<UUID> ids;

    MergeOrders(
            InventoryModule inventory,
            OrderStore orders,
            ChangeOrder.Books books,
            AllocateOrder allocate,
            Supplier<UUID> ids) {
        this.inventory = inventory;
        this.orders = orders;
        this.books = books;
        this.allocate = allocate;
        this.ids = ids;
    }

    /**
     * The order that is given up ends as cancelled, with a pointer to the other one.
     *
     * @throws Fault NOT_FOUND, or NOT_ALLOWED_NOW saying what keeps them apart
     */
    void merge(Tx tx, OrderId from, OrderId into, String why, String actor) {
        Stream.of(from, into)
                .sorted(Comparator.comparing(OrderId::toString))
                .forEach(id -> books.journal().lock(tx, id));
        OrderRecord given = books.journal().lock(tx, from);
        OrderRecord kept = books.journal().lock(tx, into);
        refuse(tx, given, kept);
        List<LineRecord> open =
                books.lines().of(tx, from).stream()
                        .filter(line -> !line.toShip().isZero())
                        .toList();
        inventory.lockStockOf(tx, List.of(from, into));
        inventory.release(tx, from, actor);
        for (FulfillmentOrder part : books.parts().of(tx, from)) {
            if (part.state() != FulfillmentOrderState.CANCELLED) {
                var _ = books.parts().move(tx, part, Verb.CANCEL);
            }
        }
        for (LineRecord line : open) {
            OrderLineId fresh = new OrderLineId(ids.get());
            books.lines().takeOver(tx, into, line.lineId(), fresh, line.toShip());
            if (!books.lines().cancel(tx, line.lineId(), line.toShip())) {
                throw new IllegalStateException("more is in parts than is to be sent: " + from);
            }
            books.parts().grow(tx, into, fresh, line.toShip());
        }
        tell(tx, given, kept, open, why, actor);
        // What was decided for fewer lines is decided anew.
        orders.undecide(tx, into);
        Allocation _ = allocate.allocate(tx, books.journal().lock(tx, into), actor);
        books.journal().changed(tx, from);
        books.journal().changed(tx, into);
    }

    private void tell(
            Tx tx,
            OrderRecord given,
            OrderRecord kept,
            List<LineRecord> open,
            String why,
            String actor) {
        String units =
                open.stream()
                        .map(line -> line.toShip() + " x " + line.title())
                        .collect(Collectors.joining(", "));
        String gone = "Merged into order " + kept.number() + ": " + units + ". " + why;
        orders.merged(tx, given.orderId(), kept.orderId());
        books.parts().cancelled(tx, given.orderId());
        books.journal().note(tx, given.orderId(), actor, "MERGED_INTO", gone);
        books.parts().settle(tx, given.orderId(), actor, gone);
        books.journal()
                .note(
                        tx,
                        kept.orderId(),
                        actor,
                        "MERGED_FROM",
                        "Order " + given.number() + " joins it: " + units + ". " + why);
    }

    private void refuse(Tx tx, OrderRecord given, OrderRecord kept) {
        if (given.orderId().equals(kept.orderId())) {
            throw refusal("It is the same order.");
        }
        for (OrderRecord order : List.of(given, kept)) {
            if (!order.status().awaitsRelease()) {
                throw refusal(
                        "Order %s is %s; only orders of which nothing is on the floor are merged."
                                .formatted(order.number(), order.status()));
            }
        }
        MergePolicy.obstacle(kept, given)
                .ifPresent(
                        why -> {
                            throw refusal(why);
                        });
        for (ActiveHold hold : books.holds().active(tx, given.orderId())) {
            if (!HARMLESS.contains(hold.type())) {
                throw refusal(
                        "Order %s is held (%s: %s) and would escape it. Settle that first."
                                .formatted(given.number(), hold.type(), hold.reason()));
            }
        }
        boolean shared =
                !books.parts().guests(tx, List.of(given.orderId())).isEmpty()
                        || books.parts().of(tx, given.orderId()).stream()
                                .filter(part -> !part.lines().isEmpty())
                                .anyMatch(part -> !part.orderId().equals(given.orderId()));
        if (shared) {
            throw refusal("A part of it was merged with another order. Split it off first.");
        }
    }

    private static Fault refusal(String why) {
        return new Fault(Fault.Code.NOT_ALLOWED_NOW, why);
    }
}
