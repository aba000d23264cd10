package io.fulfillx.backend.sync;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.sync.TakeCommands.Taken;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The stations' feed and journal, and what leads do about discrepancies, over HTTP. */
final class SyncRoutes {
    private static final int MAX_WAIT_MILLIS = 25_000;

    private final Transactions transactions;
    private final JournalStore journal;
    private final DiscrepancyStore discrepancies;
    private final ReadFeed readFeed;
    private final TakeCommands takeCommands;
    private final ResolveDiscrepancy resolveDiscrepancy;

    SyncRoutes(
            Transactions transactions,
            JournalStore journal,
            DiscrepancyStore discrepancies,
            ReadFeed readFeed,
            TakeCommands takeCommands,
            ResolveDiscrepancy resolveDiscrepancy) {
        this.transactions = transactions;
        this.journal = journal;
        this.discrepancies = discrepancies;
        this.readFeed = readFeed;
        this.takeCommands = takeCommands;
        this.resolveDiscrepancy = resolveDiscrepancy;
    }

    record JournalState(long lastN) {}

    record Decision(Discrepancy.@Nullable Resolution resolution, @Nullable String note) {}

    /** A problem that also says where the journal ends. */
    record GapProblem(
            String type,
            String title,
            int status,
            String code,
            String detail,
            String correlationId,
            long lastN) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/sync/feed",
                                Roles.STATIONS,
                                "What changed for this station since the cursor",
                                FeedPage.class,
                                this::feed)
                        .query(
                                Query.text(
                                        "cursor",
                                        "The cursor of the page before; absent to begin anew."),
                                Query.whole(
                                        "waitMillis",
                                        "How long to wait for news, in milliseconds.",
                                        0,
                                        0,
                                        MAX_WAIT_MILLIS)),
                Route.postSelfIdentified(
                        "/api/v1/sync/commands",
                        Roles.STATIONS,
                        "Hand in rows of the station's journal, in order and without gaps",
                        CommandBatch.class,
                        BatchReply.class,
                        this::commands),
                Route.get(
                                "/api/v1/sync/state",
                                Roles.STATIONS,
                                "The last row that is held of this station's journal",
                                JournalState.class,
                                this::state)
                        .query(Query.text("epoch", "The journal's life.").needed()),
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

    private static StationId station(Call call) {
        return new StationId(call.principal().subject());
    }

    private Reply feed(Call call) {
        Duration wait = Duration.ofMillis(call.number("waitMillis", 0, 0, MAX_WAIT_MILLIS));
        return Reply.ok(readFeed.read(call.org(), station(call), call.query("cursor"), wait));
    }

    private Reply commands(Call call) {
        JsonNode body = call.body(JsonNode.class);
        String epoch = epoch(body.path("epoch").asText(""), "/epoch");
        JsonNode commands = body.path("commands");
        if (!commands.isArray() || commands.size() > CommandBatch.MAX_COMMANDS) {
            throw Fault.invalid("/commands", "A batch has an array of at most 500 commands.");
        }
        Taken taken = takeCommands.take(call.org(), station(call), epoch, JournalRow.all(commands));
        return switch (taken) {
            case Taken.All(long lastN, var verdicts) -> Reply.ok(new BatchReply(lastN, verdicts));
            case Taken.Gap(long lastN) -> gap(lastN);
        };
    }

    private static Reply gap(long lastN) {
        GapProblem problem =
                new GapProblem(
                        "urn:fulfillx:problem:gap",
                        "gap",
                        Fault.Code.GAP.status(),
                        Fault.Code.GAP.slug(),
                        "Rows are missing before this batch. Send again from row "
                                + (lastN + 1)
                                + ".",
                        Correlation.current(),
                        lastN);
        return new Reply(problem.status(), "application/problem+json", Json.bytes(problem));
    }

    private Reply state(Call call) {
        String epoch = epoch(call.query("epoch").orElse(""), null);
        long lastN = transactions.inOrg(call.org(), tx -> journal.last(tx, station(call), epoch));
        return Reply.ok(new JournalState(lastN));
    }

    private static String epoch(String text, @Nullable String pointer) {
        if (!text.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new Fault(
                    Fault.Code.INVALID,
                    "An epoch has 1 to 64 letters, digits, dots, hyphens and underscores.",
                    pointer);
        }
        return text;
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
