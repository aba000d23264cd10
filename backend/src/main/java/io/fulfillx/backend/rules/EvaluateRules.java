package io.fulfillx.backend.rules;

import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.Decision;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.event.Delivery;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Lets the rules decide about an order whose stock is reserved, once. The decision, its why and its
 * effects commit together; without rules the order is decided all the same.
 */
final class EvaluateRules implements OutboxHandler {
    private static final String ACTOR = "rules";

    private final Transactions transactions;
    private final OrdersModule orders;
    private final EditRules rules;
    private final RuleStore store;
    private final RuleEvaluator evaluator = new RuleEvaluator();
    private final Supplier<UUID> ids;

    EvaluateRules(
            Transactions transactions,
            OrdersModule orders,
            EditRules rules,
            RuleStore store,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.orders = orders;
        this.rules = rules;
        this.store = store;
        this.ids = ids;
    }

    @Override
    public String topic() {
        return InventoryModule.ORDER_ALLOCATED;
    }

    @Override
    public Delivery deliver(OrgId org, UUID subject) {
        OrderId order = new OrderId(subject);
        boolean _ = transactions.inOrg(org, tx -> decide(tx, order));
        return Delivery.done();
    }

    /** False when there is nothing to decide: decided before, or stock reserved for no order. */
    private boolean decide(Tx tx, OrderId id) {
        if (!orders.lockUndecided(tx, id)) {
            return false;
        }
        OrderForShipping order = orders.load(tx, id);
        EditRules.InForce inForce = rules.inForce(tx);
        RuleDecision decision = evaluator.evaluate(inForce.rules(), facts(order));
        store.decide(tx, ids.get(), id, inForce.version(), decision);
        orders.applyDecision(tx, id, effects(decision), ACTOR);
        return true;
    }

    private static Decision effects(RuleDecision decision) {
        return new Decision(
                decision.service(),
                decision.carton(),
                decision.tags(),
                decision.holds().stream()
                        .map(hold -> new Decision.Hold(new HoldType(hold.type()), hold.reason()))
                        .toList());
    }

    private static OrderFacts facts(OrderForShipping order) {
        Address to = order.shipTo();
        return new OrderFacts(
                order.channel(),
                to == null ? "" : to.countryCode(),
                to == null ? "" : text(to.stateCode()),
                to == null ? "" : text(to.postalCode()),
                to == null ? "" : to.city(),
                order.total().minor(),
                order.total().currency(),
                order.tags(),
                text(order.requestedService()),
                order.poBox(),
                domain(text(order.email())),
                lines(order));
    }

    private static List<LineFacts> lines(OrderForShipping order) {
        return order.lines().stream()
                .filter(line -> !line.quantityToShip().isZero())
                .map(
                        line ->
                                new LineFacts(
                                        line.sku() == null ? "" : line.sku().value(),
                                        line.title(),
                                        line.quantityToShip().units(),
                                        line.unitWeight().grams(),
                                        line.unitPrice().minor()))
                .toList();
    }

    private static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
