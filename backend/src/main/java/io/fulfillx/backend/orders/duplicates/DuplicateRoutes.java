package io.fulfillx.backend.orders.duplicates;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.OrderActs;
import io.fulfillx.backend.orders.api.PlainText;
import io.fulfillx.backend.orders.duplicates.CompareOrders.Duplicates;
import io.fulfillx.backend.orders.duplicates.SuspicionStore.VersionedRule;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/** Suspected duplicates over HTTP. */
public final class DuplicateRoutes {
    private static final int MAX_REASON = 500;

    private final Transactions transactions;
    private final OrderActs orders;
    private final SettleDuplicates settle;
    private final CompareOrders compare = new CompareOrders();
    private final SuspicionStore store = new SuspicionStore();

    public DuplicateRoutes(Transactions transactions, OrderActs orders, SettleDuplicates settle) {
        this.transactions = transactions;
        this.orders = orders;
        this.settle = settle;
    }

    /** Nothing needs to be said. */
    record KeepBoth() {}

    record CancelNewer(@Field(needed = true, min = 1, max = MAX_REASON) @Nullable String reason) {}

    record Merge(@Field(needed = true, min = 1, max = MAX_REASON) @Nullable String reason) {}

    /** Version is the one that was read; a rule that was changed since is not overwritten. */
    record NewRule(
            @Field(needed = true) @Nullable Integer version,
            @Field(needed = true) @Nullable DuplicateRule rule) {}

    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/orders/{orderId}/duplicates",
                                Roles.FLOOR,
                                "Lay an order beside those that it may be a duplicate of",
                                Duplicates.class,
                                this::duplicates)
                        .problems(),
                Route.post(
                                "/api/v1/orders/{orderId}/duplicates/{otherOrderId}/keep-both",
                                Roles.LEADS,
                                "Say that two orders are both wanted; the hold is released",
                                KeepBoth.class,
                                Duplicates.class,
                                this::keepBoth)
                        .problems(Fault.Code.NOT_ALLOWED_NOW),
                Route.post(
                                "/api/v1/orders/{orderId}/duplicates/{otherOrderId}/cancel-newer",
                                Roles.LEADS,
                                "Cancel the one of two orders that was placed later",
                                CancelNewer.class,
                                Duplicates.class,
                                this::cancelNewer)
                        .problems(Fault.Code.NOT_ALLOWED_NOW),
                Route.post(
                                "/api/v1/orders/{orderId}/duplicates/{otherOrderId}/merge",
                                Roles.LEADS,
                                "Move the lines of the one placed later into the other one; it ends"
                                        + " as cancelled",
                                Merge.class,
                                Duplicates.class,
                                this::merge)
                        .problems(Fault.Code.NOT_ALLOWED_NOW),
                Route.get(
                                "/api/v1/duplicate-rule",
                                Roles.LEADS,
                                "Show by what orders are suspected to be duplicates",
                                VersionedRule.class,
                                this::rule)
                        .problems(),
                Route.put(
                                "/api/v1/duplicate-rule",
                                Roles.MANAGERS,
                                "Set by what orders are suspected to be duplicates",
                                NewRule.class,
                                VersionedRule.class,
                                this::setRule)
                        .problems(Fault.Code.CONFLICT));
    }

    private Reply duplicates(Call call) {
        OrderId order = new OrderId(call.id("orderId", "order"));
        return answer(call, order, _ -> {});
    }

    private Reply keepBoth(Call call) {
        OrderId order = new OrderId(call.id("orderId", "order"));
        OrderId other = new OrderId(call.id("otherOrderId", "order"));
        return answer(call, order, tx -> settle.keepBoth(tx, order, other, Actor.of(call)));
    }

    private Reply cancelNewer(Call call) {
        String reason = PlainText.of(call.body(CancelNewer.class).reason(), "/reason", MAX_REASON);
        OrderId order = new OrderId(call.id("orderId", "order"));
        OrderId other = new OrderId(call.id("otherOrderId", "order"));
        return answer(
                call, order, tx -> settle.cancelNewer(tx, order, other, reason, Actor.of(call)));
    }

    private Reply merge(Call call) {
        String reason = PlainText.of(call.body(Merge.class).reason(), "/reason", MAX_REASON);
        OrderId order = new OrderId(call.id("orderId", "order"));
        OrderId other = new OrderId(call.id("otherOrderId", "order"));
        return answer(call, order, tx -> settle.merge(tx, order, other, reason, Actor.of(call)));
    }

    private Reply answer(Call call, OrderId order, Consumer<Tx> work) {
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            orders.mustExist(tx, order);
                            work.accept(tx);
                            return compare.of(tx, order);
                        }));
    }

    private Reply rule(Call call) {
        return Reply.ok(transactions.inOrg(call.org(), store::rule));
    }

    private Reply setRule(Call call) {
        NewRule body = call.body(NewRule.class);
        DuplicateRule rule = body.rule();
        Integer version = body.version();
        if (rule == null || version == null) {
            throw Fault.invalid("/rule", "A rule and the version it replaces are expected.");
        }
        rule.checked();
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            boolean mine =
                                    store.rule(tx).version() == version
                                            && store.setRule(tx, version + 1, rule, Actor.of(call));
                            if (!mine) {
                                throw new Fault(
                                        Fault.Code.CONFLICT,
                                        "Somebody changed the rule in the meantime. Look at it"
                                                + " again.",
                                        "/version");
                            }
                            return store.rule(tx);
                        }));
    }
}
