package io.fulfillx.backend.sync;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** What leads do about discrepancies, over HTTP. */
final class DiscrepancyRoutes {
    private final Transactions transactions;
    private final DiscrepancyStore discrepancies;
    private final ResolveDiscrepancy resolveDiscrepancy;

    DiscrepancyRoutes(
            Transactions transactions,
            DiscrepancyStore discrepancies,
            ResolveDiscrepancy resolveDiscrepancy) {
        this.transactions = transactions;
        this.discrepancies = discrepancies;
        this.resolveDiscrepancy = resolveDiscrepancy;
    }

    record Decision(Discrepancy.@Nullable Resolution resolution, @Nullable String note) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/discrepancies",
                                Roles.LEADS,
                                "List what happened and cannot be true, newest first",
                                Discrepancy[].class,
                                this::list)
                        .query(
                                Query.flag("all", "Those that were resolved as well.")
                                        .whenAbsent("false"))
                        .paged(),
                Route.post(
                        "/api/v1/discrepancies/{discrepancyId}/resolve",
                        Roles.LEADS,
                        "Decide about a discrepancy",
                        Decision.class,
                        Discrepancy.class,
                        this::resolve));
    }

    private Reply list(Call call) {
        int limit = call.limit();
        boolean all = call.query("all").filter("true"::equals).isPresent();
        UUID before = Page.after(call).orElse(null);
        List<Discrepancy> rows =
                transactions.inOrg(
                        call.org(), tx -> discrepancies.list(tx, all, before, limit + 1));
        return Reply.ok(Page.of(rows, limit, Discrepancy::discrepancyId));
    }

    private Reply resolve(Call call) {
        Decision decision = call.body(Decision.class);
        String note = decision.note() == null ? "" : decision.note();
        if (decision.resolution() == null) {
            throw Fault.invalid("/resolution", "Say PUT_BACK, SHIP_ANYWAY or NOTED.");
        } else if (note.length() > 1_000) {
            throw Fault.invalid("/note", "A note has at most 1,000 characters.");
        }
        Discrepancy resolved =
                resolveDiscrepancy.resolve(
                        call.org(),
                        call.id("discrepancyId", "discrepancy"),
                        decision.resolution(),
                        note,
                        "user:" + call.principal().subject());
        return Reply.ok(resolved);
    }
}
