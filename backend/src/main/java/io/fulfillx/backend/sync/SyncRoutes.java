package io.fulfillx.backend.sync;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.identity.api.StationProtocol;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.LongWork;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.sync.StationJournals.Origin;
import io.fulfillx.backend.sync.TakeCommands.Taken;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.backend.sync.api.JournalBook.Journal;
import io.fulfillx.backend.sync.api.JournalRow;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.JournalOpened;
import io.fulfillx.model.sync.OpenJournal;
import io.fulfillx.model.sync.Protocol;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The stations' feed and journal over HTTP. */
final class SyncRoutes {
    private static final int MAX_WAIT_MILLIS = 25_000;

    private static final long BEYOND = 1L << 53;

    /** A longer batch is a backlog, which takes long to read, too. */
    private static final int FEW_BYTES = 16 * 1024;

    private final Transactions transactions;
    private final JournalBook journal;
    private final OpenStationJournal openJournal;
    private final ReadFeed readFeed;
    private final PokeStation pokeStation;
    private final TakeCommands takeCommands;
    private final LongWork longWork;

    /**
     * @param longWork where backlogs are read
     */
    SyncRoutes(
            Transactions transactions,
            JournalBook journal,
            OpenStationJournal openJournal,
            ReadFeed readFeed,
            PokeStation pokeStation,
            TakeCommands takeCommands,
            LongWork longWork) {
        this.transactions = transactions;
        this.journal = journal;
        this.openJournal = openJournal;
        this.readFeed = readFeed;
        this.pokeStation = pokeStation;
        this.takeCommands = takeCommands;
        this.longWork = longWork;
    }

    record JournalState(long lastN) {}

    private record Batch(Origin origin, List<JournalRow> rows) {}

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
                Route.postSelfIdentified(
                        "/api/v1/sync/journals",
                        Roles.STATIONS,
                        "Say which journal the station goes on with; an old copy is told so",
                        OpenJournal.class,
                        JournalOpened.class,
                        this::open),
                Route.push(
                        "/api/v1/sync/pokes",
                        Roles.STATIONS,
                        "Be told, without data, that the feed has something new (WebSocket)",
                        (principal, session) ->
                                pokeStation.watch(
                                        principal.org(),
                                        new StationId(principal.subject()),
                                        session)),
                Route.get(
                                "/api/v1/sync/state",
                                Roles.STATIONS,
                                "The last row that is held of this station's journal",
                                JournalState.class,
                                this::state)
                        .query(Query.text("epoch", "The journal's life.").needed()));
    }

    private static StationId station(Call call) {
        var _ = StationProtocol.require(call);
        return new StationId(call.principal().subject());
    }

    private Reply feed(Call call) {
        Duration wait = Duration.ofMillis(call.number("waitMillis", 0, 0, MAX_WAIT_MILLIS));
        if (openJournal.isRevoked(call.org(), station(call))) {
            throw new Fault(
                    Fault.Code.STATION_REVOKED,
                    "This station was taken out. What it did before is still taken; then it"
                            + " forgets its keys.");
        }
        FeedPage page = readFeed.read(call.org(), station(call), call.query("cursor"), wait);
        return Reply.ok(
                StationProtocol.require(call) < Protocol.LACKS_LABELS ? page.labelled() : page);
    }

    private Reply open(Call call) {
        StationId station = station(call);
        OpenJournal asked = call.body(OpenJournal.class);
        epoch(asked.epoch(), "/epoch");
        if (asked.opening() == null) {
            throw Fault.invalid("/opening", "This field is required.");
        } else if (asked.machine() == null || asked.machine().length() > 100) {
            throw Fault.invalid("/machine", "A machine has at most 100 characters.");
        } else if (asked.generation() < 0 || asked.lastN() < 0) {
            throw Fault.invalid(asked.lastN() < 0 ? "/lastN" : "/generation", "This is 0 or more.");
        }
        return Reply.ok(openJournal.open(call.org(), station, asked));
    }

    private Reply commands(Call call) {
        Batch batch =
                call.rawBody().length <= FEW_BYTES ? batch(call) : longWork.run(() -> batch(call));
        return reply(
                takeCommands
                        .take(batch.origin(), batch.rows())
                        .understoodBy(StationProtocol.require(call)));
    }

    private static Batch batch(Call call) {
        JsonNode body = call.body(JsonNode.class);
        String epoch = epoch(body.path("epoch").asText(""), "/epoch");
        List<JournalRow> rows = rows(body.path("commands"));
        JsonNode generation = body.path("generation");
        Origin origin =
                new Origin(
                        call.org(),
                        station(call),
                        epoch,
                        generation.isIntegralNumber()
                                ? OptionalLong.of(generation.longValue())
                                : OptionalLong.empty(),
                        false);
        return new Batch(origin, rows);
    }

    static List<JournalRow> rows(JsonNode commands) {
        if (!commands.isArray() || commands.size() > CommandBatch.MAX_COMMANDS) {
            throw Fault.invalid("/commands", "A batch has an array of at most 500 commands.");
        }
        return JournalRow.all(commands);
    }

    static Reply reply(Taken taken) {
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
        Optional<Journal> found =
                transactions.inOrg(call.org(), tx -> journal.find(tx, station(call), epoch));
        // A station that knows of no openings begins a new epoch when more is held than it has.
        long lastN =
                found.map(it -> it.burned() == null ? it.lastN() : it.lastN() + BEYOND).orElse(0L);
        return Reply.ok(new JournalState(lastN));
    }

    static String epoch(@Nullable String text, @Nullable String pointer) {
        if (text == null || !text.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new Fault(
                    Fault.Code.INVALID,
                    "An epoch has 1 to 64 letters, digits, dots, hyphens and underscores.",
                    pointer);
        }
        return text;
    }
}
