package io.fulfillx.backend.orders;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.FulfillmentOrderRoutes.LineUnits;
import io.fulfillx.backend.orders.OrderDetailStore.OrderDetail;
import io.fulfillx.backend.orders.ReplanOrder.Units;
import io.fulfillx.backend.orders.TrailStore.Entry;
import io.fulfillx.backend.orders.api.BackorderPolicy;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Changes of an order, giving it up, and its history over HTTP. */
final class OrderChangeRoutes {
    private static final String ONE = "/api/v1/orders/{orderId}";

    private final Transactions transactions;
    private final OrderDetailStore details;
    private final CancelOrder cancel;
    private final ChangeOrder change;
    private final FloorStore floor;
    private final OrderMarkStore marks;
    private final TrailStore trail;

    OrderChangeRoutes(
            Transactions transactions,
            OrderDetailStore details,
            CancelOrder cancel,
            ChangeOrder change,
            FloorStore floor,
            OrderMarkStore marks,
            TrailStore trail) {
        this.transactions = transactions;
        this.details = details;
        this.cancel = cancel;
        this.change = change;
        this.floor = floor;
        this.marks = marks;
        this.trail = trail;
    }

    record NewAddress(
            @Field(needed = true) @Nullable Address shipTo,
            @Field(needed = true, min = 1, max = 500) @Nullable String reason) {}

    record NewQuantity(
            @Field(needed = true, min = 0, max = Quantity.MAX_UNITS) @Nullable Integer quantity,
            @Field(needed = true, min = 1, max = 500) @Nullable String reason) {}

    record CancelUnits(
            @Field(needed = true, min = 1, max = 200) @Nullable List<LineUnits> lines,
            @Field(needed = true, min = 1, max = 500) @Nullable String reason) {}

    record OrderReason(@Field(needed = true, min = 1, max = 500) @Nullable String reason) {}

    record PolicyChange(
            @Field(needed = true) @Nullable BackorderPolicy policy,
            @Field(needed = true, min = 1, max = 500) @Nullable String reason) {}

    record UsualPolicy(@Field(needed = true) @Nullable BackorderPolicy policy) {}

    record HistoryPage(List<Entry> items, @Nullable String nextCursor) {}

    /** What giving up would mean for one parcel. */
    record ParcelEffect(ParcelId parcelId, CancelPolicy.Reached reached, String effect) {}

    record CancelEffects(List<ParcelEffect> items) {}

    /** A change of an order may come at the wrong time. */
    private static Route described(Route route) {
        return route.keyed() && route.path().startsWith(ONE)
                ? route.problems(Fault.Code.NOT_ALLOWED_NOW)
                : route.problems();
    }

    List<Route> routes() {
        return Stream.concat(first(), more()).map(OrderChangeRoutes::described).toList();
    }

    private Stream<Route> first() {
        return Stream.of(
                Route.post(
                        ONE + "/address",
                        Roles.LEADS,
                        "Send the order elsewhere; its labels are replaced",
                        NewAddress.class,
                        OrderDetail.class,
                        this::address),
                Route.post(
                        ONE + "/lines/{lineId}/quantity",
                        Roles.LEADS,
                        "Send more or fewer units of a line",
                        NewQuantity.class,
                        OrderDetail.class,
                        this::quantity),
                Route.post(
                        ONE + "/cancel-lines",
                        Roles.LEADS,
                        "Give units up that no wave has",
                        CancelUnits.class,
                        OrderDetail.class,
                        this::cancelLines),
                Route.get(
                        ONE + "/cancel-effects",
                        Roles.FLOOR,
                        "What giving the order up would mean for each parcel",
                        CancelEffects.class,
                        this::effects),
                Route.post(
                        ONE + "/cancel/confirm",
                        Roles.LEADS,
                        "Give the order up without waiting for the stations",
                        OrderReason.class,
                        OrderDetail.class,
                        this::confirm));
    }

    private Stream<Route> more() {
        return Stream.of(
                Route.post(
                        ONE + "/backorder-policy",
                        Roles.LEADS,
                        "Decide what is done about lacking stock of the order",
                        PolicyChange.class,
                        OrderDetail.class,
                        this::policy),
                Route.post(
                        ONE + "/close",
                        Roles.LEADS,
                        "Put an order away for good",
                        OrderReason.class,
                        OrderDetail.class,
                        this::close),
                Route.get(
                                ONE + "/history",
                                Roles.FLOOR,
                                "Everything that happened to an order, newest first",
                                HistoryPage.class,
                                this::history)
                        .paged(),
                Route.get(
                        "/api/v1/order-policy",
                        Roles.FLOOR,
                        "What is usually done about lacking stock",
                        UsualPolicy.class,
                        call ->
                                Reply.ok(
                                        new UsualPolicy(
                                                transactions.inOrg(
                                                        call.org(), marks::usualPolicy)))),
                Route.put(
                        "/api/v1/order-policy",
                        Roles.MANAGERS,
                        "Set what is usually done about lacking stock",
                        UsualPolicy.class,
                        UsualPolicy.class,
                        this::usualPolicy));
    }

    private static OrderId id(Call call) {
        return new OrderId(call.id("orderId", "order"));
    }

    private Reply address(Call call) {
        NewAddress body = call.body(NewAddress.class);
        Address to = body.shipTo();
        if (to == null) {
            throw Fault.invalid("/shipTo", "This field is required.");
        }
        String why = Wording.reason(body.reason());
        return change(call, tx -> change.address(tx, id(call), to, why, Actor.of(call)));
    }

    private Reply quantity(Call call) {
        NewQuantity body = call.body(NewQuantity.class);
        OrderLineId lineId = new OrderLineId(call.id("lineId", "line"));
        Integer units = body.quantity();
        if (units == null || units < 0 || units > Quantity.MAX_UNITS) {
            throw Fault.invalid(
                    "/quantity",
                    "A whole number from 0 to " + Quantity.MAX_UNITS + " is expected.");
        }
        String why = Wording.reason(body.reason());
        return change(
                call,
                tx -> {
                    LineRecord line = change.line(tx, id(call), lineId);
                    Quantity wanted = new Quantity(units);
                    if (wanted.compareTo(line.toShip()) > 0) {
                        change.more(tx, id(call), lineId, wanted, why, Actor.of(call));
                    } else if (wanted.compareTo(line.toShip()) < 0) {
                        Units fewer = new Units(lineId, line.toShip().minus(wanted));
                        cancel.cancelLines(tx, id(call), List.of(fewer), why, Actor.of(call));
                        change.edited(tx, id(call), line, wanted, why, Actor.of(call));
                    }
                });
    }

    private Reply cancelLines(Call call) {
        CancelUnits body = call.body(CancelUnits.class);
        List<Units> wanted = FulfillmentOrderRoutes.units(body.lines());
        String why = Wording.reason(body.reason());
        return change(call, tx -> cancel.cancelLines(tx, id(call), wanted, why, Actor.of(call)));
    }

    private Reply effects(Call call) {
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            OrderId order = id(call);
                            if (marks.find(tx, List.of(order)).isEmpty()) {
                                throw Fault.notFound("order");
                            }
                            return new CancelEffects(
                                    floor.stages(tx, order).stream()
                                            .map(
                                                    stage ->
                                                            new ParcelEffect(
                                                                    stage.parcelId(),
                                                                    CancelPolicy.reached(stage),
                                                                    CancelPolicy.sentence(stage)))
                                            .toList());
                        }));
    }

    private Reply confirm(Call call) {
        String why = Wording.reason(call.body(OrderReason.class).reason());
        return change(call, tx -> cancel.confirm(tx, id(call), why, Actor.of(call)));
    }

    private Reply policy(Call call) {
        PolicyChange body = call.body(PolicyChange.class);
        BackorderPolicy policy = policy(body.policy());
        String why = Wording.reason(body.reason());
        return change(call, tx -> change.policy(tx, id(call), policy, why, Actor.of(call)));
    }

    private static BackorderPolicy policy(@Nullable BackorderPolicy policy) {
        if (policy == null) {
            throw Fault.invalid("/policy", "SHIP_AVAILABLE, SHIP_COMPLETE or ASK is expected.");
        }
        return policy;
    }

    private Reply usualPolicy(Call call) {
        BackorderPolicy policy = policy(call.body(UsualPolicy.class).policy());
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            marks.usualPolicy(tx, policy, Actor.of(call));
                            return new UsualPolicy(policy);
                        }));
    }

    private Reply close(Call call) {
        String why = Wording.reason(call.body(OrderReason.class).reason());
        return change(call, tx -> change.close(tx, id(call), why, Actor.of(call)));
    }

    private Reply history(Call call) {
        int limit = call.limit();
        UUID older = Page.after(call).orElse(null);
        OrderId order = id(call);
        List<Entry> rows =
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            if (marks.find(tx, List.of(order)).isEmpty()) {
                                throw Fault.notFound("order");
                            }
                            return trail.page(tx, order, older, limit + 1);
                        });
        return Reply.ok(Page.of(rows, limit, Entry::historyId));
    }

    private Reply change(Call call, Consumer<Tx> work) {
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            work.accept(tx);
                            return details.detail(tx, id(call));
                        }));
    }
}
