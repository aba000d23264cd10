package io.fulfillx.backend.orders;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.OrderDetailStore.OrderDetail;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.notes.WriteNote;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.Fault.Code;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Problem;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What people do to an order over HTTP. */
final class OrderRoutes {
    private static final int MAX_NOTE = 4_000;
    private static final int MAX_REASON = 500;

    private final Transactions transactions;
    private final OrderDetailStore details;
    private final HoldOrder holdOrder;
    private final CancelOrder cancelOrder;
    private final OrderJournal journal;
    private final WriteNote notes;
    private final Clock clock;

    OrderRoutes(
            Transactions transactions,
            OrderDetailStore details,
            Verbs verbs,
            OrderJournal journal,
            WriteNote notes,
            Clock clock) {
        this.transactions = transactions;
        this.details = details;
        this.holdOrder = verbs.hold();
        this.cancelOrder = verbs.cancel();
        this.clock = clock;
        this.journal = journal;
        this.notes = notes;
    }

    /** What people do to an order. */
    record Verbs(HoldOrder hold, CancelOrder cancel) {}

    record NewNote(@Field(needed = true, min = 1, max = 4_000) @Nullable String text) {}

    record NewHold(
            @Field(about = "MANUAL when absent.") @Nullable HoldType type,
            @Field(needed = true, min = 1, max = 500) @Nullable String reason,
            @Field(about = "The part that is held; all of the order when absent.")
                    @Nullable FulfillmentOrderId fulfillmentOrderId,
            @Field(about = "The line that is held.") @Nullable OrderLineId lineId,
            @Field(about = "When it ends by itself.") @Nullable Instant until) {}

    /** Nothing needs to be said. */
    record Release() {}

    record Cancel(@Field(needed = true, min = 1, max = 500) @Nullable String reason) {}

    List<Route> routes() {
        return List.of(
                Route.post(
                                "/api/v1/orders/{orderId}/notes",
                                Roles.FLOOR,
                                "Write a note",
                                NewNote.class,
                                OrderDetail.class,
                                this::note)
                        .problems(),
                Route.post(
                                "/api/v1/orders/{orderId}/holds",
                                Roles.LEADS,
                                "Hold an order",
                                NewHold.class,
                                OrderDetail.class,
                                this::hold)
                        .problems(Code.NOT_ALLOWED_NOW),
                Route.post(
                                "/api/v1/orders/{orderId}/holds/{holdId}/release",
                                Roles.LEADS,
                                "Release a hold; missing stock is tried again",
                                Release.class,
                                OrderDetail.class,
                                this::release)
                        .problems(Code.NOT_ALLOWED_NOW),
                Route.post(
                                "/api/v1/orders/{orderId}/cancel",
                                Roles.LEADS,
                                "Cancel an order of which the carrier has nothing",
                                Cancel.class,
                                OrderDetail.class,
                                this::cancel)
                        .problems(Code.NOT_ALLOWED_NOW));
    }

    private static OrderId orderId(Call call) {
        return new OrderId(call.id("orderId", "order"));
    }

    private Reply note(Call call) {
        String text = text(call.body(NewNote.class).text(), "/text", MAX_NOTE);
        OrderId id = orderId(call);
        return change(
                call,
                id,
                tx -> {
                    var _ = journal.lock(tx, id);
                    notes.write(tx, id, text, Actor.of(call));
                    journal.changed(tx, id);
                });
    }

    private Reply hold(Call call) {
        NewHold body = call.body(NewHold.class);
        HoldOrder.Wish wish =
                HoldRoutes.wish(
                        body.type(),
                        body.reason(),
                        body.fulfillmentOrderId(),
                        body.lineId(),
                        body.until(),
                        clock.instant());
        OrderId id = orderId(call);
        return change(
                call,
                id,
                tx -> {
                    var _ = holdOrder.place(tx, id, wish, Actor.of(call));
                });
    }

    private Reply release(Call call) {
        OrderId id = orderId(call);
        HoldId hold = new HoldId(call.id("holdId", "hold"));
        return change(call, id, tx -> holdOrder.release(tx, id, hold, Actor.of(call)));
    }

    private Reply cancel(Call call) {
        String reason = text(call.body(Cancel.class).reason(), "/reason", MAX_REASON);
        OrderId id = orderId(call);
        Optional<Fault> gone = transactions.inOrg(call.org(), tx -> cancelOrder.askBack(tx, id));
        if (gone.isPresent()) {
            // Not thrown: the task to get the parcel back is kept.
            return Problem.reply(gone.get());
        }
        return change(
                call,
                id,
                tx -> {
                    var _ = cancelOrder.cancel(tx, id, reason, Actor.of(call));
                });
    }

    private Reply change(Call call, OrderId id, Consumer<Tx> work) {
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            work.accept(tx);
                            return details.detail(tx, id);
                        }));
    }

    private static String text(@Nullable String value, String pointer, int max) {
        String text = Optional.ofNullable(value).map(String::strip).orElse("");
        if (text.isEmpty() || text.length() > max) {
            throw Fault.invalid(pointer, "This field has 1 to " + max + " characters.");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw Fault.invalid(pointer, "This field has no control characters.");
        }
        return text;
    }
}
