package io.fulfillx.backend.orders;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.ReplanOrder.Act;
import io.fulfillx.backend.orders.ReplanOrder.Units;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The parts of orders over HTTP. */
final class FulfillmentOrderRoutes {
    private static final String ONE = "/api/v1/fulfillment-orders/{fulfillmentOrderId}";
    private static final int MAX_LINES = 200;

    private final Transactions transactions;
    private final OrderParts parts;
    private final ReplanOrder replan;
    private final CancelOrder cancel;
    private final Clock clock;

    FulfillmentOrderRoutes(
            Transactions transactions,
            OrderParts parts,
            ReplanOrder replan,
            CancelOrder cancel,
            Clock clock) {
        this.transactions = transactions;
        this.parts = parts;
        this.replan = replan;
        this.cancel = cancel;
        this.clock = clock;
    }

    record LineUnits(
            @Field(needed = true) @Nullable OrderLineId lineId,
            @Field(needed = true, min = 1, max = Quantity.MAX_UNITS) @Nullable Integer quantity) {}

    record SplitPart(
            @Field(needed = true, min = 1, max = 200) @Nullable List<LineUnits> lines,
            @Field(max = 500) @Nullable String reason) {}

    record MergeParts(
            @Field(needed = true, about = "The part that joins this one.")
                    @Nullable FulfillmentOrderId fulfillmentOrderId,
            @Field(max = 500) @Nullable String reason) {}

    record MovePart(
            @Field(needed = true, min = 1, max = 24, about = "The code of a warehouse.")
                    @Nullable String warehouse,
            @Field(max = 500) @Nullable String reason) {}

    record SchedulePart(
            @Field(needed = true, about = "In the future.") @Nullable Instant fulfillAt,
            @Field(max = 500) @Nullable String reason) {}

    record PartReason(
            @Field(max = 500, about = "Needed to give a part up.") @Nullable String reason) {}

    /** The parts of an order. */
    record PartList(List<FulfillmentOrder> items) {}

    /** A change may come at the wrong time. */
    private static Route described(Route route) {
        return route.keyed() ? route.problems(Fault.Code.NOT_ALLOWED_NOW) : route.problems();
    }

    List<Route> routes() {
        return Stream.concat(first(), more()).map(FulfillmentOrderRoutes::described).toList();
    }

    private Stream<Route> first() {
        return Stream.of(
                Route.get(
                        "/api/v1/orders/{orderId}/fulfillment-orders",
                        Roles.FLOOR,
                        "List the parts of an order",
                        PartList.class,
                        this::list),
                Route.get(ONE, Roles.FLOOR, "One part", FulfillmentOrder.class, this::find),
                Route.post(
                        ONE + "/split",
                        Roles.LEADS,
                        "Move units into a part of their own",
                        SplitPart.class,
                        PartList.class,
                        this::split),
                Route.post(
                        ONE + "/merge",
                        Roles.LEADS,
                        "Put another part into this one, be it of another order that goes"
                                + " along",
                        MergeParts.class,
                        PartList.class,
                        this::merge),
                Route.post(
                        ONE + "/move",
                        Roles.LEADS,
                        "Have another warehouse send the part",
                        MovePart.class,
                        PartList.class,
                        this::move));
    }

    private Stream<Route> more() {
        return Stream.of(
                Route.post(
                        ONE + "/schedule",
                        Roles.LEADS,
                        "Keep the part back until a time",
                        SchedulePart.class,
                        PartList.class,
                        this::schedule),
                Route.post(
                        ONE + "/open",
                        Roles.LEADS,
                        "Let a scheduled part go on now",
                        PartReason.class,
                        PartList.class,
                        call ->
                                change(
                                        call,
                                        call.body(PartReason.class).reason(),
                                        (tx, act) -> replan.open(tx, id(call), act))),
                Route.post(
                        ONE + "/cancel",
                        Roles.LEADS,
                        "Give a part up that no wave has",
                        PartReason.class,
                        PartList.class,
                        call ->
                                change(
                                        call,
                                        Wording.reason(call.body(PartReason.class).reason()),
                                        (tx, act) ->
                                                cancel.cancelPart(
                                                        tx, id(call), act.why(), act.actor()))));
    }

    private static FulfillmentOrderId id(Call call) {
        return new FulfillmentOrderId(call.id("fulfillmentOrderId", "fulfillment order"));
    }

    private Reply list(Call call) {
        OrderId order = new OrderId(call.id("orderId", "order"));
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            var _ = parts.marks(tx, order);
                            return new PartList(parts.of(tx, order));
                        }));
    }

    private Reply find(Call call) {
        return Reply.ok(transactions.inOrg(call.org(), tx -> parts.get(tx, id(call))));
    }

    private Reply split(Call call) {
        SplitPart body = call.body(SplitPart.class);
        List<Units> wanted = units(body.lines());
        return change(
                call,
                body.reason(),
                (tx, act) -> {
                    FulfillmentOrderId _ = replan.split(tx, id(call), wanted, act);
                });
    }

    private Reply merge(Call call) {
        MergeParts body = call.body(MergeParts.class);
        FulfillmentOrderId other = body.fulfillmentOrderId();
        if (other == null) {
            throw Fault.invalid("/fulfillmentOrderId", "This field is required.");
        }
        return change(call, body.reason(), (tx, act) -> replan.merge(tx, id(call), other, act));
    }

    private Reply move(Call call) {
        MovePart body = call.body(MovePart.class);
        String warehouse = Wording.required(body.warehouse(), "/warehouse", 24);
        return change(call, body.reason(), (tx, act) -> replan.move(tx, id(call), warehouse, act));
    }

    private Reply schedule(Call call) {
        SchedulePart body = call.body(SchedulePart.class);
        Instant at = body.fulfillAt();
        if (at == null || !at.isAfter(clock.instant())) {
            throw Fault.invalid("/fulfillAt", "This field is a time in the future.");
        }
        return change(call, body.reason(), (tx, act) -> replan.schedule(tx, id(call), at, act));
    }

    /** Units per line, as a body gives them. */
    static List<Units> units(@Nullable List<LineUnits> lines) {
        if (lines == null || lines.isEmpty() || lines.size() > MAX_LINES) {
            throw Fault.invalid("/lines", "1 to " + MAX_LINES + " lines are expected.");
        }
        List<Units> wanted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            LineUnits line = lines.get(i);
            OrderLineId lineId = line.lineId();
            Integer quantity = line.quantity();
            if (lineId == null) {
                throw Fault.invalid("/lines/" + i + "/lineId", "This field is required.");
            } else if (quantity == null || quantity < 1 || quantity > Quantity.MAX_UNITS) {
                throw Fault.invalid(
                        "/lines/" + i + "/quantity",
                        "A whole number from 1 to " + Quantity.MAX_UNITS + " is expected.");
            }
            wanted.add(new Units(lineId, new Quantity(quantity)));
        }
        return wanted;
    }

    private Reply change(Call call, @Nullable String reason, BiConsumer<Tx, Act> work) {
        String why = Wording.optional(reason, "/reason", Wording.MAX_REASON);
        Act act = new Act(Actor.of(call), why);
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            work.accept(tx, act);
                            OrderId order = parts.get(tx, id(call)).orderId();
                            return new PartList(parts.of(tx, order));
                        }));
    }
}
