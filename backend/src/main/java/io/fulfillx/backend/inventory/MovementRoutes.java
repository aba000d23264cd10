package io.fulfillx.backend.inventory;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault.Code;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** Movements, corrections, counts and transfers over HTTP. */
final class MovementRoutes {
    private final Transactions transactions;
    private final MoveStock move;
    private final BulkMovements bulk;
    private final AdjustStock adjust;
    private final CountStock count;
    private final TransferStock transfer;
    private final StockWorkStore work;

    MovementRoutes(
            Transactions transactions,
            MoveStock move,
            BulkMovements bulk,
            AdjustStock adjust,
            CountStock count,
            TransferStock transfer,
            StockWorkStore work) {
        this.transactions = transactions;
        this.move = move;
        this.bulk = bulk;
        this.adjust = adjust;
        this.count = count;
        this.transfer = transfer;
        this.work = work;
    }

    /** Why something is taken back or given up. */
    record Because(@Field(needed = true, min = 1, max = 300) @Nullable String reason) {}

    /** A decision needs no words. */
    record Nothing() {}

    List<Route> routes() {
        return Stream.of(movements(), corrections(), counts(), transfers())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> movements() {
        return List.of(
                Route.post(
                                "/api/v1/stock/movements",
                                Roles.LEADS,
                                "Receive, put away, quarantine, release, damage, scrap or take back"
                                        + " units",
                                MoveStock.Movement.class,
                                MoveStock.Booked.class,
                                this::move)
                        .creates()
                        .problems(Code.NOT_FOUND, Code.NOT_ALLOWED_NOW),
                Route.post(
                                "/api/v1/stock/movements/bulk",
                                Roles.LEADS,
                                "Book many movements with one commit, each with an outcome of its"
                                        + " own",
                                BulkMovements.Lines.class,
                                BulkMovements.Outcomes.class,
                                call ->
                                        Reply.ok(
                                                bulk.move(
                                                        call.org(),
                                                        call.body(BulkMovements.Lines.class),
                                                        Actor.of(call))))
                        .problems(),
                Route.post(
                                "/api/v1/stock/events/{eventId}/reverse",
                                Roles.MANAGERS,
                                "Book the exact opposite of an event",
                                Because.class,
                                MoveStock.Booked.class,
                                this::reverse)
                        .creates()
                        .problems(Code.NOT_ALLOWED_NOW));
    }

    private List<Route> corrections() {
        return List.of(
                Route.get(
                                "/api/v1/stock/adjustments",
                                Roles.LEADS,
                                "List corrections, newest first",
                                StockWorkStore.AdjustmentView[].class,
                                this::adjustments)
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/stock/adjustments",
                                Roles.LEADS,
                                "Correct what is on hand; above the limit a second person has to"
                                        + " agree",
                                AdjustStock.Correction.class,
                                StockWorkStore.AdjustmentView.class,
                                call ->
                                        Reply.created(
                                                adjust.ask(
                                                        call.org(),
                                                        call.body(AdjustStock.Correction.class),
                                                        Actor.of(call))))
                        .creates()
                        .problems(Code.NOT_FOUND, Code.NOT_ALLOWED_NOW),
                Route.post(
                                "/api/v1/stock/adjustments/{adjustmentId}/approve",
                                Roles.MANAGERS,
                                "Agree to somebody else's correction",
                                Nothing.class,
                                StockWorkStore.AdjustmentView.class,
                                call -> decide(call, true))
                        .problems(Code.NOT_ALLOWED_NOW),
                Route.post(
                                "/api/v1/stock/adjustments/{adjustmentId}/refuse",
                                Roles.MANAGERS,
                                "Refuse a correction",
                                Nothing.class,
                                StockWorkStore.AdjustmentView.class,
                                call -> decide(call, false))
                        .problems(Code.NOT_ALLOWED_NOW));
    }

    private List<Route> counts() {
        return List.of(
                Route.get(
                                "/api/v1/stock/counts",
                                Roles.LEADS,
                                "List counts, newest first",
                                StockWorkStore.CountView[].class,
                                this::listCounts)
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/stock/counts",
                                Roles.LEADS,
                                "Begin to count a place; work may go on",
                                CountStock.Start.class,
                                StockWorkStore.CountView.class,
                                call ->
                                        Reply.created(
                                                count.start(
                                                        call.org(),
                                                        call.body(CountStock.Start.class),
                                                        Actor.of(call))))
                        .creates()
                        .problems(Code.NOT_FOUND),
                Route.post(
                                "/api/v1/stock/counts/{countId}/result",
                                Roles.LEADS,
                                "Tell what was counted",
                                CountStock.Found.class,
                                StockWorkStore.CountView.class,
                                call ->
                                        Reply.ok(
                                                count.finish(
                                                        call.org(),
                                                        call.id("countId", "count"),
                                                        call.body(CountStock.Found.class),
                                                        Actor.of(call))))
                        .problems(Code.NOT_ALLOWED_NOW));
    }

    private List<Route> transfers() {
        return List.of(
                Route.get(
                                "/api/v1/stock/transfers",
                                Roles.LEADS,
                                "List transfers, newest first",
                                StockWorkStore.TransferView[].class,
                                this::listTransfers)
                        .paged()
                        .problems(),
                Route.post(
                                "/api/v1/stock/transfers",
                                Roles.LEADS,
                                "Send units to another place",
                                TransferStock.Sending.class,
                                StockWorkStore.TransferView.class,
                                call ->
                                        Reply.created(
                                                transfer.send(
                                                        call.org(),
                                                        call.body(TransferStock.Sending.class),
                                                        Actor.of(call))))
                        .creates()
                        .problems(Code.NOT_FOUND, Code.NOT_ALLOWED_NOW),
                Route.post(
                                "/api/v1/stock/transfers/{transferId}/receive",
                                Roles.LEADS,
                                "Book what arrived of a transfer",
                                TransferStock.Arrival.class,
                                StockWorkStore.TransferView.class,
                                call ->
                                        Reply.ok(
                                                transfer.receive(
                                                        call.org(),
                                                        call.id("transferId", "transfer"),
                                                        call.body(TransferStock.Arrival.class),
                                                        Actor.of(call))))
                        .problems(Code.NOT_ALLOWED_NOW),
                Route.post(
                                "/api/v1/stock/transfers/{transferId}/close",
                                Roles.MANAGERS,
                                "Give up what did not arrive of a transfer",
                                Because.class,
                                StockWorkStore.TransferView.class,
                                call ->
                                        Reply.ok(
                                                transfer.close(
                                                        call.org(),
                                                        call.id("transferId", "transfer"),
                                                        call.body(Because.class).reason(),
                                                        Actor.of(call))))
                        .problems(Code.NOT_ALLOWED_NOW));
    }

    private Reply move(Call call) {
        return Reply.created(
                move.move(call.org(), call.body(MoveStock.Movement.class), Actor.of(call)));
    }

    private Reply reverse(Call call) {
        return Reply.created(
                move.reverse(
                        call.org(),
                        call.id("eventId", "event"),
                        call.body(Because.class).reason(),
                        Actor.of(call)));
    }

    private Reply decide(Call call, boolean agreed) {
        return Reply.ok(
                adjust.decide(
                        call.org(), call.id("adjustmentId", "adjustment"), agreed, Actor.of(call)));
    }

    private Reply adjustments(Call call) {
        int limit = call.limit();
        var found =
                transactions.inOrg(
                        call.org(), tx -> work.adjustments(tx, Page.after(call), limit + 1));
        return Reply.ok(Page.of(found, limit, StockWorkStore.AdjustmentView::adjustmentId));
    }

    private Reply listCounts(Call call) {
        int limit = call.limit();
        var found =
                transactions.inOrg(call.org(), tx -> work.counts(tx, Page.after(call), limit + 1));
        return Reply.ok(Page.of(found, limit, StockWorkStore.CountView::countId));
    }

    private Reply listTransfers(Call call) {
        int limit = call.limit();
        var found =
                transactions.inOrg(
                        call.org(), tx -> work.transfers(tx, Page.after(call), limit + 1));
        return Reply.ok(Page.of(found, limit, StockWorkStore.TransferView::transferId));
    }
}
