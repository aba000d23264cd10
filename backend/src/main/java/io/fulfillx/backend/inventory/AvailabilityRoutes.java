package io.fulfillx.backend.inventory;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.inventory.ForeseeStock.Availability;
import io.fulfillx.backend.inventory.ForeseeStock.Basket;
import io.fulfillx.backend.inventory.ForeseeStock.Outlook;
import io.fulfillx.backend.inventory.ForeseeStock.Showing;
import io.fulfillx.backend.inventory.ForeseeStock.Verdict;
import io.fulfillx.backend.inventory.SupplyStore.OutlookView;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.Fault.Code;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What can be promised, and binding what was promised, over HTTP. */
final class AvailabilityRoutes {
    private final Transactions transactions;
    private final ForeseeStock foresee;
    private final PinStock pin;
    private final FindStock find;
    private final Supplier<UUID> ids;

    AvailabilityRoutes(
            Transactions transactions,
            ForeseeStock foresee,
            PinStock pin,
            FindStock find,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.foresee = foresee;
        this.pin = pin;
        this.find = find;
        this.ids = ids;
    }

    /** Units of an order's line at a location, and the tote they are picked into. */
    record Promise(
            @Field(needed = true) @Nullable OrderLineId lineId,
            @Field(needed = true, min = 1, max = 40) @Nullable String location,
            @Field(needed = true) @Nullable Quantity quantity,
            @Field(min = 1, max = 40, about = "Where picked units go; needed to pick.")
                    @Nullable String tote) {}

    /** It is done. */
    record Done(boolean done) {}

    private enum Act {
        PIN,
        UNPIN,
        PICK
    }

    List<Route> routes() {
        return Stream.of(promisable(), shown(), promises()).flatMap(List::stream).toList();
    }

    private List<Route> promisable() {
        return List.of(
                Route.get(
                                "/api/v1/stock/availability",
                                Roles.FLOOR,
                                "What can be promised of a SKU: now, on a day, of a warehouse, on a"
                                        + " channel",
                                Availability.class,
                                this::availability)
                        .query(Query.text("sku", "The SKU of the item.").needed())
                        .query(
                                Query.day("on", "Also for this day, counting what comes in."),
                                Query.text("warehouse", "Only this warehouse, by its code."),
                                Query.id("channel", "Also what this channel shows."))
                        .problems(Code.NOT_FOUND),
                Route.postSelfIdentified(
                                "/api/v1/stock/availability",
                                Roles.FLOOR,
                                "Test a whole basket at once, kits by their components",
                                Basket.class,
                                Verdict.class,
                                call -> Reply.ok(foresee.test(call.org(), call.body(Basket.class))))
                        .problems(Code.NOT_FOUND),
                Route.get(
                                "/api/v1/stock/outlook",
                                Roles.LEADS,
                                "List what is expected to come in and what was promised, newest"
                                        + " first",
                                OutlookView[].class,
                                this::outlook)
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/stock/outlook",
                                Roles.LEADS,
                                "Expect units on a day, or promise them for it",
                                Outlook.class,
                                OutlookView.class,
                                call ->
                                        Reply.created(
                                                foresee.expect(
                                                        call.org(), call.body(Outlook.class))))
                        .creates()
                        .problems(Code.NOT_FOUND),
                Route.post(
                                "/api/v1/stock/outlook/{outlookId}/close",
                                Roles.LEADS,
                                "End an expectation: it came in, or will not",
                                MovementRoutes.Nothing.class,
                                Done.class,
                                this::close)
                        .problems());
    }

    private List<Route> shown() {
        return List.of(
                Route.put(
                                "/api/v1/stock/channels",
                                Roles.MANAGERS,
                                "Say what a channel may show: share, buffer, cap, floor,"
                                        + " warehouses",
                                Showing.class,
                                Showing.class,
                                call ->
                                        Reply.ok(
                                                foresee.show(call.org(), call.body(Showing.class))))
                        .problems(Code.NOT_FOUND),
                Route.get(
                                "/api/v1/stock/channels/jobs",
                                Roles.LEADS,
                                "List what a channel is to be told of each SKU, and what came of"
                                        + " it",
                                PublishStore.JobView[].class,
                                this::jobs)
                        .query(
                                Query.id("channel", "The channel that is told.").needed(),
                                Query.oneOf(
                                        "state",
                                        "Only figures in this state.",
                                        "WAITING",
                                        "SENT",
                                        "UNLISTED",
                                        "DEAD"))
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/stock/channels/jobs/replay",
                                Roles.MANAGERS,
                                "Send figures again that a channel refused: one SKU's, or all"
                                        + " of them",
                                ForeseeStock.Replay.class,
                                ForeseeStock.Replayed.class,
                                call ->
                                        Reply.ok(
                                                foresee.replay(
                                                        call.org(),
                                                        call.body(ForeseeStock.Replay.class))))
                        .problems(Code.NOT_FOUND));
    }

    private List<Route> promises() {
        return List.of(
                promise("pin", "Bind reserved units to their place and lot", Act.PIN),
                promise("unpin", "Unbind reserved units from their place and lot", Act.UNPIN),
                promise("pick", "Take reserved units from a bin into a tote", Act.PICK));
    }

    private Route promise(String name, String summary, Act act) {
        return Route.post(
                        "/api/v1/stock/promises/" + name,
                        Roles.LEADS,
                        summary,
                        Promise.class,
                        Done.class,
                        call -> settle(call, act))
                .problems(Code.NOT_FOUND, Code.NOT_ALLOWED_NOW);
    }

    private Reply availability(Call call) {
        return Reply.ok(
                foresee.of(
                        call.org(),
                        new ForeseeStock.Question(
                                KeepingRoutes.sku(call),
                                call.query("on").map(LocalDate::parse),
                                call.query("warehouse"),
                                call.queryId("channel"))));
    }

    private Reply outlook(Call call) {
        int limit = call.limit();
        var found = foresee.outlook(call.org(), Page.after(call), limit + 1);
        return Reply.ok(Page.of(found, limit, OutlookView::outlookId));
    }

    private Reply jobs(Call call) {
        int limit = call.limit();
        UUID channel = call.queryId("channel").orElseThrow();
        String after = call.query("cursor").orElse("");
        String state = call.query("state").orElse("");
        var found = foresee.jobs(call.org(), channel, state, after, limit + 1);
        return Reply.ok(KeepingRoutes.NamedPage.of(found, limit, PublishStore.JobView::sku));
    }

    private Reply close(Call call) {
        foresee.close(call.org(), call.id("outlookId", "open expectation"));
        return Reply.ok(new Done(true));
    }

    private Reply settle(Call call, Act act) {
        Promise body = call.body(Promise.class);
        OrderLineId line = body.lineId();
        Quantity quantity = body.quantity();
        if (line == null) {
            throw Fault.invalid("/lineId", "This field is required.");
        }
        if (quantity == null || quantity.isZero()) {
            throw Fault.invalid("/quantity", "At least one unit is expected.");
        }
        String actor = Actor.of(call);
        String key = "promise/" + ids.get();
        return transactions.inOrg(
                call.org(),
                tx -> {
                    LocationId location = find.location(tx, "/location", body.location());
                    PinStock.Bound bound = new PinStock.Bound(line, location, quantity);
                    switch (act) {
                        case PIN -> pin.pin(tx, bound, true, key, actor);
                        case UNPIN -> pin.pin(tx, bound, false, key, actor);
                        case PICK -> {
                            LocationId tote = find.location(tx, "/tote", body.tote());
                            if (tote.equals(location)) {
                                throw Fault.invalid("/tote", "The units are there already.");
                            }
                            pin.pick(tx, bound, tote, key, actor);
                        }
                    }
                    return Reply.ok(new Done(true));
                });
    }
}
