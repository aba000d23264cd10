package io.fulfillx.backend.catalog;

import io.fulfillx.backend.catalog.ExchangeItems.ImportReport;
import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault.Code;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.id.OrgId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The catalog as a table over HTTP. */
final class ExchangeRoutes {
    private static final int MAX_ROWS = 10_000_000;

    private final ExchangeItems exchange;

    ExchangeRoutes(ExchangeItems exchange) {
        this.exchange = exchange;
    }

    List<Route> routes() {
        return List.of(
                // Rows carry their own identity, the SKU: repeating an import changes nothing.
                Route.postSelfIdentified(
                                "/api/v1/catalog/import",
                                Roles.MANAGERS,
                                "Add and change items from a table of any length; wrong rows are"
                                        + " reported",
                                byte[].class,
                                ImportReport.class,
                                this::read)
                        .takes("text/csv")
                        .streams()
                        .query(
                                Query.flag("dryRun", "Say what would be done, and do nothing.")
                                        .whenAbsent("false"))
                        .problems(Code.INVALID),
                Route.get(
                                "/api/v1/catalog/export",
                                Roles.LEADS,
                                "Give the items in use as a table that can be imported again",
                                byte[].class,
                                this::write)
                        .gives("text/csv")
                        .query(
                                Query.id("after", "The item after which to go on, newest first."),
                                Query.whole("rows", "How many at most.", MAX_ROWS, 1, MAX_ROWS))
                        .problems());
    }

    private Reply read(Call call) {
        boolean dryRun = call.query("dryRun").filter("true"::equals).isPresent();
        String actor = Actor.of(call);
        return Reply.ok(
                dryRun
                        ? exchange.tryOut(call.org(), call.stream(), actor)
                        : exchange.read(call.org(), call.stream(), actor));
    }

    private Reply write(Call call) {
        Optional<UUID> after = call.queryId("after");
        int rows = call.number("rows", MAX_ROWS, 1, MAX_ROWS);
        OrgId org = call.org();
        return Reply.stream("text/csv", out -> exchange.write(org, after, rows, out));
    }
}
