package io.fulfillx.backend.orders;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.OrderTaskStore.OrderTask;
import io.fulfillx.backend.orders.StockHoldStore.StockHold;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Holds on items and lots, and the tasks that follow a cancel, over HTTP. */
final class HoldRoutes {
    private final Transactions transactions;
    private final StockHoldStore holds;
    private final OrderTaskStore tasks;
    private final FinishTask finishTask;
    private final OrderJournal journal;
    private final Clock clock;
    private final Supplier<UUID> ids;

    HoldRoutes(
            Transactions transactions,
            StockHoldStore holds,
            OrderTaskStore tasks,
            FinishTask finishTask,
            OrderJournal journal,
            Clock clock,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.holds = holds;
        this.tasks = tasks;
        this.finishTask = finishTask;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    record NewStockHold(
            @Field(needed = true) @Nullable Sku sku,
            @Field(max = 40, about = "Only orders with units of this lot.") @Nullable String lot,
            @Field(about = "MANUAL when absent.") @Nullable HoldType type,
            @Field(needed = true, min = 1, max = 500) @Nullable String reason,
            @Field(about = "When it ends by itself.") @Nullable Instant until) {}

    /** Nothing needs to be said. */
    record HoldRelease() {}

    /** Nothing needs to be said. */
    record TaskDone() {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/stock-holds",
                                Roles.FLOOR,
                                "List the holds on items and lots, newest first",
                                StockHold[].class,
                                this::list)
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/stock-holds",
                                Roles.LEADS,
                                "Hold every order with an item, or with a lot of it",
                                NewStockHold.class,
                                StockHold.class,
                                this::place)
                        .creates()
                        .problems(),
                Route.post(
                                "/api/v1/stock-holds/{stockHoldId}/release",
                                Roles.LEADS,
                                "Release a hold on an item",
                                HoldRelease.class,
                                StockHold.class,
                                this::release)
                        .problems(),
                Route.get(
                                "/api/v1/order-tasks",
                                Roles.FLOOR,
                                "List what is to be done by hand after a cancel or a conflict,"
                                        + " newest first",
                                OrderTask[].class,
                                this::tasks)
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/order-tasks/{orderTaskId}/done",
                                Roles.FLOOR,
                                "Say that a task was done; unpacked units are in stock again",
                                TaskDone.class,
                                OrderTask.class,
                                this::done)
                        .problems());
    }

    /**
     * What a person wants to be held.
     *
     * @throws Fault INVALID
     */
    static HoldOrder.Wish wish(
            @Nullable HoldType wanted,
            @Nullable String reason,
            @Nullable FulfillmentOrderId part,
            @Nullable OrderLineId line,
            @Nullable Instant until,
            Instant now) {
        HoldType type = wanted == null ? HoldType.MANUAL : wanted;
        if (!HoldType.BY_HAND.contains(type)) {
            throw Fault.invalid(
                    "/type",
                    HoldType.BY_HAND.stream()
                                    .map(HoldType::name)
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + " can be placed by hand.");
        } else if (part != null && line != null) {
            throw Fault.invalid("/lineId", "A hold is on a fulfillment order or on a line.");
        } else if (type.equals(HoldType.UNTIL_DATE) && until == null) {
            throw Fault.invalid("/until", "This field is required for a hold until a date.");
        } else if (until != null && !until.isAfter(now)) {
            throw Fault.invalid("/until", "This field is a time in the future.");
        }
        return new HoldOrder.Wish(type, Wording.reason(reason), part, line, until);
    }

    private Reply list(Call call) {
        int limit = call.limit();
        UUID before = Page.after(call).orElse(null);
        List<StockHold> rows =
                transactions.inOrg(call.org(), tx -> holds.open(tx, before, limit + 1));
        return Reply.ok(Page.of(rows, limit, StockHold::stockHoldId));
    }

    private Reply place(Call call) {
        NewStockHold body = call.body(NewStockHold.class);
        Sku sku = body.sku();
        if (sku == null) {
            throw Fault.invalid("/sku", "This field is required.");
        }
        String lot = Wording.optional(body.lot(), "/lot", 40);
        HoldOrder.Wish wish =
                wish(body.type(), body.reason(), null, null, body.until(), clock.instant());
        return Reply.created(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            UUID id = ids.get();
                            holds.insert(
                                    tx, id, sku, lot.isEmpty() ? null : lot, wish, Actor.of(call));
                            tell(tx, sku);
                            return holds.find(tx, id).orElseThrow();
                        }));
    }

    private Reply release(Call call) {
        UUID id = call.id("stockHoldId", "hold");
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            StockHold hold =
                                    holds.find(tx, id).orElseThrow(() -> Fault.notFound("hold"));
                            if (holds.release(tx, id, Actor.of(call))) {
                                tell(tx, hold.sku());
                            }
                            return holds.find(tx, id).orElseThrow();
                        }));
    }

    /** Stations that have such units hear of it. */
    private void tell(Tx tx, Sku sku) {
        holds.onTheFloor(tx, sku).forEach(order -> journal.changed(tx, order));
    }

    private Reply tasks(Call call) {
        int limit = call.limit();
        UUID before = Page.after(call).orElse(null);
        List<OrderTask> rows =
                transactions.inOrg(call.org(), tx -> tasks.open(tx, before, limit + 1));
        return Reply.ok(Page.of(rows, limit, OrderTask::orderTaskId));
    }

    private Reply done(Call call) {
        UUID id = call.id("orderTaskId", "task");
        return Reply.ok(
                transactions.inOrg(call.org(), tx -> finishTask.done(tx, id, Actor.of(call))));
    }
}
