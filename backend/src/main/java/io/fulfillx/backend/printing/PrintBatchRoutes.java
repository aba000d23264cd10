package io.fulfillx.backend.printing;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.printing.PrintBatchViews.PrintBatchView;
import io.fulfillx.backend.printing.PrintBatchViews.PrintLabelView;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.WaveId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Batches of labels over HTTP. */
final class PrintBatchRoutes {
    private static final int MAX_REASON = 200;
    private static final String BATCHES = "/api/v1/print-batches";
    private static final String BATCH = BATCHES + "/{printBatchId}";
    private static final String LABEL = BATCH + "/labels/{printLabelId}";

    private final Transactions transactions;
    private final PrintingStores stores;
    private final PrintBatchViews views;
    private final StartPrintBatch startPrintBatch;
    private final SteerPrintBatch steerPrintBatch;
    private final ReprintLabel reprintLabel;

    PrintBatchRoutes(
            Transactions transactions,
            PrintingStores stores,
            StartPrintBatch startPrintBatch,
            SteerPrintBatch steerPrintBatch,
            ReprintLabel reprintLabel) {
        this.transactions = transactions;
        this.stores = stores;
        this.views = new PrintBatchViews(stores);
        this.startPrintBatch = startPrintBatch;
        this.steerPrintBatch = steerPrintBatch;
        this.reprintLabel = reprintLabel;
    }

    record NewPrintBatch(
            @Nullable List<@Nullable UUID> printerIds,
            @Nullable Boolean partial,
            @Nullable Boolean skipPrinted,
            @Nullable String reprintReason) {}

    record Reason(@Nullable String reason, @Nullable UUID printerId) {}

    record Finding(@Nullable Boolean cameOut) {}

    record Move(@Nullable UUID fromPrinterId, @Nullable UUID toPrinterId) {}

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(
                Route.post(
                        "/api/v1/waves/{waveId}/print-batches",
                        Roles.LEADS,
                        "Print a wave's labels in walking order, the first stretch on the first"
                                + " printer; partial, skipPrinted and reprintReason say what to do"
                                + " with labels that are missing or on paper already",
                        NewPrintBatch.class,
                        PrintBatchView.class,
                        this::start));
        routes.add(
                Route.get(
                                BATCHES,
                                Roles.LEADS,
                                "List print batches, newest first",
                                PrintBatchView[].class,
                                this::list)
                        .query(Query.id("waveId", "Only those of this wave."))
                        .paged());
        routes.add(
                Route.get(
                        BATCH,
                        Roles.LEADS,
                        "How far a print batch is, and its final account",
                        PrintBatchView.class,
                        call -> Reply.ok(view(call.org(), batch(call)))));
        routes.add(
                Route.get(
                                BATCH + "/labels",
                                Roles.LEADS,
                                "The labels of a print batch in walking order",
                                PrintLabelView[].class,
                                this::labels)
                        .query(
                                Query.oneOf(
                                        "state",
                                        "Only labels in this state.",
                                        PrintLabelState.class))
                        .paged());
        routes.addAll(steering());
        return routes;
    }

    private List<Route> steering() {
        return List.of(
                steer("pause", "Let nothing more leave", steerPrintBatch::pause),
                steer("resume", "Go on at the label that is next", steerPrintBatch::resume),
                steer("cancel", "Leave unprinted what has not left", steerPrintBatch::cancel),
                Route.post(
                        BATCH + "/move",
                        Roles.LEADS,
                        "Give the labels that wait for one printer to another",
                        Move.class,
                        PrintBatchView.class,
                        this::move),
                Route.post(
                        LABEL + "/reprint",
                        Roles.LEADS,
                        "Print one more sheet of a label, with a reason; its tracking number stays",
                        Reason.class,
                        PrintBatchView.class,
                        this::reprint),
                Route.post(
                        LABEL + "/confirm",
                        Roles.LEADS,
                        "Say whether a label of which nobody knew came out",
                        Finding.class,
                        PrintBatchView.class,
                        this::confirm));
    }

    private Route steer(String verb, String summary, BiConsumer<OrgId, UUID> act) {
        return Route.post(
                BATCH + "/" + verb,
                Roles.LEADS,
                summary,
                Object.class,
                PrintBatchView.class,
                call -> {
                    act.accept(call.org(), batch(call));
                    return Reply.ok(view(call.org(), batch(call)));
                });
    }

    private static UUID batch(Call call) {
        return call.id("printBatchId", "print batch");
    }

    private PrintBatchView view(OrgId org, UUID batch) {
        return transactions.inOrg(
                org, tx -> views.find(tx, batch).orElseThrow(() -> Fault.notFound("print batch")));
    }

    private Reply start(Call call) {
        WaveId wave = new WaveId(call.id("waveId", "wave"));
        NewPrintBatch body = call.body(NewPrintBatch.class);
        UUID batch = startPrintBatch.start(call.org(), wave, wish(body), Actor.of(call));
        return Reply.accepted(view(call.org(), batch));
    }

    private static StartPrintBatch.Wish wish(NewPrintBatch body) {
        List<UUID> printers = new ArrayList<>();
        if (body.printerIds() != null) {
            for (UUID printer : body.printerIds()) {
                if (printer == null) {
                    throw Fault.invalid("/printerIds", "A printer's id is a UUID.");
                }
                printers.add(printer);
            }
        }
        String reason = body.reprintReason();
        return new StartPrintBatch.Wish(
                printers,
                Boolean.TRUE.equals(body.partial()),
                Boolean.TRUE.equals(body.skipPrinted()),
                reason == null ? null : checked(reason, "/reprintReason"));
    }

    private static String checked(@Nullable String reason, String pointer) {
        String text = reason == null ? "" : reason.strip();
        if (text.isEmpty() || text.length() > MAX_REASON) {
            throw Fault.invalid(pointer, "A reason has 1 to 200 characters.");
        }
        return text;
    }

    private Reply list(Call call) {
        int limit = call.limit();
        UUID before = Page.after(call).orElse(null);
        UUID wave = call.queryId("waveId").orElse(null);
        List<PrintBatchView> found =
                transactions.inOrg(
                        call.org(),
                        tx ->
                                stores.batches().list(tx, wave, before, limit + 1).stream()
                                        .map(batch -> views.view(tx, batch))
                                        .toList());
        return Reply.ok(Page.of(found, limit, PrintBatchView::printBatchId));
    }

    private Reply labels(Call call) {
        int limit = call.limit();
        UUID batch = batch(call);
        UUID after = Page.after(call).orElse(null);
        PrintLabelState state = call.query("state").map(PrintLabelState::valueOf).orElse(null);
        List<PrintLabelView> found =
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            if (stores.batches().find(tx, batch).isEmpty()) {
                                throw Fault.notFound("print batch");
                            }
                            return stores.labels().list(tx, batch, state, after, limit + 1).stream()
                                    .map(PrintLabelView::of)
                                    .toList();
                        });
        return Reply.ok(Page.of(found, limit, PrintLabelView::printLabelId));
    }

    private Reply move(Call call) {
        Move body = call.body(Move.class);
        if (body.fromPrinterId() == null) {
            throw Fault.invalid("/fromPrinterId", "This field is required.");
        }
        if (body.toPrinterId() == null) {
            throw Fault.invalid("/toPrinterId", "This field is required.");
        }
        long _ =
                steerPrintBatch.move(
                        call.org(), batch(call), body.fromPrinterId(), body.toPrinterId());
        return Reply.ok(view(call.org(), batch(call)));
    }

    private static ReprintLabel.Place place(Call call) {
        return new ReprintLabel.Place(
                call.org(), batch(call), call.id("printLabelId", "label in this print batch"));
    }

    private Reply reprint(Call call) {
        Reason body = call.body(Reason.class);
        String reason = checked(body.reason(), "/reason");
        reprintLabel.again(place(call), body.printerId(), reason, Actor.of(call));
        return Reply.ok(view(call.org(), batch(call)));
    }

    private Reply confirm(Call call) {
        Boolean cameOut = call.body(Finding.class).cameOut();
        if (cameOut == null) {
            throw Fault.invalid("/cameOut", "This field is required.");
        }
        reprintLabel.confirm(place(call), cameOut, Actor.of(call));
        return Reply.ok(view(call.org(), batch(call)));
    }
}
