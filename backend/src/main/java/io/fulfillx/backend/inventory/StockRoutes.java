package io.fulfillx.backend.inventory;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.Fault.Code;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Reads;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stock levels, the ledger and its check over HTTP. */
final class StockRoutes {
    private final Transactions transactions;
    private final Reads reads;
    private final StockReportStore report;
    private final ReceiveStock receiveStock;

    StockRoutes(
            Transactions transactions,
            Reads reads,
            StockReportStore report,
            ReceiveStock receiveStock) {
        this.transactions = transactions;
        this.reads = reads;
        this.report = report;
        this.receiveStock = receiveStock;
    }

    record Receipt(
            @Field(needed = true) @Nullable Sku sku,
            @Field(needed = true, min = 1, max = 40) @Nullable String location,
            @Field(needed = true) @Nullable Quantity quantity,
            @Field(max = 300) @Nullable String reason) {}

    record Adjustment(
            @Field(needed = true) @Nullable Sku sku,
            @Field(needed = true, min = 1, max = 40) @Nullable String location,
            @Field(needed = true, min = -100, max = 100, about = "Units, not 0.")
                    @Nullable Integer delta,
            @Field(needed = true, min = 1, max = 300) @Nullable String reason) {}

    record StockPage(List<StockReportStore.StockView> items, @Nullable String nextCursor) {}

    record LedgerPage(List<StockReportStore.EntryView> items, @Nullable String nextCursor) {}

    /** Routes that only read, so that a process with a replica can serve them. */
    List<Route> reading() {
        return List.of(
                Route.get(
                                "/api/v1/stock",
                                Roles.FLOOR,
                                "List stock levels by item, newest item first",
                                StockPage.class,
                                this::levels)
                        .query(Query.text("sku", "Only this SKU."))
                        .paged()
                        .problems(),
                Route.get(
                                "/api/v1/stock/ledger",
                                Roles.LEADS,
                                "List stock movements, newest first",
                                LedgerPage.class,
                                this::entries)
                        .query(Query.text("sku", "Only this SKU."))
                        .paged()
                        .problems(),
                Route.get(
                                "/api/v1/stock/at",
                                Roles.LEADS,
                                "Replay a SKU's levels as they were at a time",
                                StockReportStore.PastLevel[].class,
                                this::at)
                        .query(Query.text("sku", "The SKU of the item.").needed())
                        .query(
                                Query.time("time", "The time to go back to.").needed(),
                                Query.oneOf(
                                                "by",
                                                "Whether events count from when they happened or"
                                                        + " from when they were recorded.",
                                                "happened",
                                                "recorded")
                                        .whenAbsent("happened"))
                        .problems());
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/stock/check",
                                Roles.MANAGERS,
                                "Compare the levels with the replayed ledger",
                                StockReportStore.Check.class,
                                this::check)
                        .problems(),
                Route.post(
                                "/api/v1/stock/receive",
                                Roles.LEADS,
                                "Book units in",
                                Receipt.class,
                                StockReportStore.StockView.class,
                                this::receive)
                        .problems(Code.NOT_FOUND),
                Route.post(
                                "/api/v1/stock/adjust",
                                Roles.LEADS,
                                "Correct what is on hand",
                                Adjustment.class,
                                StockReportStore.StockView.class,
                                this::adjust)
                        .problems(Code.NOT_FOUND, Code.NOT_ALLOWED_NOW));
    }

    private Reply levels(Call call) {
        int limit = call.limit();
        var found =
                reads.inOrg(
                        call.org(),
                        call.position(),
                        tx -> report.levels(tx, call.query("sku"), Page.after(call), limit + 1));
        return Reply.ok(Page.of(found, limit, StockReportStore.StockView::itemId));
    }

    private Reply entries(Call call) {
        int limit = call.limit();
        var found =
                reads.inOrg(
                        call.org(),
                        call.position(),
                        tx -> report.entries(tx, call.query("sku"), Page.after(call), limit + 1));
        return Reply.ok(Page.of(found, limit, StockReportStore.EntryView::entryId));
    }

    /** By the time things happened, or with {@code by=recorded} by when they were known. */
    private Reply at(Call call) {
        Instant time = Instant.parse(call.query("time").orElseThrow());
        boolean recorded = call.query("by").filter("recorded"::equals).isPresent();
        String sku = KeepingRoutes.sku(call).value();
        var found =
                reads.inOrg(
                        call.org(),
                        call.position(),
                        tx -> report.levelsAt(tx, sku, time, recorded));
        return Reply.ok(new Page<>(found, null));
    }

    private Reply check(Call call) {
        return Reply.ok(transactions.inOrg(call.org(), report::check));
    }

    private Reply receive(Call call) {
        Receipt body = call.body(Receipt.class);
        ReceiveStock.Place place = place(body.sku(), body.location(), body.reason());
        Quantity quantity = body.quantity();
        if (quantity == null || quantity.isZero()) {
            throw Fault.invalid("/quantity", "At least one unit is expected.");
        }
        receiveStock.receive(call.org(), place, quantity, Actor.of(call));
        return Reply.ok(level(call.org(), place.sku()));
    }

    private Reply adjust(Call call) {
        Adjustment body = call.body(Adjustment.class);
        ReceiveStock.Place place = place(body.sku(), body.location(), body.reason());
        Integer delta = body.delta();
        if (delta == null || delta == 0 || Math.abs((long) delta) > Quantity.MAX_UNITS) {
            throw Fault.invalid("/delta", "A number of units from -1,000,000 to 1,000,000, not 0.");
        }
        if (place.reason().isEmpty()) {
            throw Fault.invalid("/reason", "Say why.");
        }
        receiveStock.adjust(call.org(), place, delta, Actor.of(call));
        return Reply.ok(level(call.org(), place.sku()));
    }

    private StockReportStore.StockView level(OrgId org, Sku sku) {
        return transactions.inOrg(
                org,
                tx -> report.levels(tx, Optional.of(sku.value()), Optional.empty(), 1).getFirst());
    }

    private static ReceiveStock.Place place(
            @Nullable Sku sku, @Nullable String location, @Nullable String reason) {
        if (sku == null) {
            throw Fault.invalid("/sku", "This field is required.");
        }
        if (location == null || location.isBlank() || location.length() > 40) {
            throw Fault.invalid("/location", "This field has 1 to 40 characters.");
        }
        if (location.chars().anyMatch(Character::isISOControl)) {
            throw Fault.invalid("/location", "This field has no control characters.");
        }
        String why = reason == null ? "" : reason.strip();
        if (why.length() > 300) {
            throw Fault.invalid("/reason", "This field has at most 300 characters.");
        }
        return new ReceiveStock.Place(sku, location.strip(), why);
    }
}
