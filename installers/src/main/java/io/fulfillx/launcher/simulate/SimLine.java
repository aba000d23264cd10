package io.fulfillx.launcher.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.sync.ServerLine;
import io.fulfillx.desktop.sync.ServerRefusal;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.JournalOpened;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.OpenJournal;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The line of one station: it loses, doubles and delays, and may be cut. */
final class SimLine implements ServerLine {
    private final World world;
    private final SimStation station;

    SimLine(World world, SimStation station) {
        this.world = world;
        this.station = station;
    }

    /** A request that reaches the server. */
    private interface Request<T> {
        T deliver() throws IOException, ServerRefusal;
    }

    @Override
    public JournalOpened open(StationIdentity identity, OpenJournal opening)
            throws IOException, ServerRefusal {
        return send(
                "opening",
                () -> {
                    JournalOpened answer = world.server().open(station.id(), opening);
                    if (answer.burned() == null) {
                        world.oracle().opened(station, opening.opening(), answer);
                    }
                    return world.parts().heard(answer);
                });
    }

    @Override
    public BatchReply push(StationIdentity identity, OutgoingJournal.Batch batch)
            throws IOException, ServerRefusal {
        boolean forging = world.isForged() && world.chance().oneIn(6);
        List<String> rows = forging ? world.forger().forge(station, batch) : batch.rows();
        return send(
                batch.rows().size() + " rows",
                () -> {
                    int before = world.server().books().rows.rows().size();
                    BatchReply reply =
                            world.server()
                                    .take(
                                            station.id(),
                                            batch.epoch(),
                                            batch.generation(),
                                            array(rows));
                    boolean grew = world.server().books().rows.rows().size() > before;
                    world.note(
                            "rows of "
                                    + station
                                    + ": "
                                    + reply.verdicts().stream()
                                            .map(
                                                    it ->
                                                            it.n()
                                                                    + " "
                                                                    + it.verdict()
                                                                    + (it.code() == null
                                                                            ? ""
                                                                            : " " + it.code()))
                                            .collect(Collectors.joining(", ")));
                    world.oracle().taken(station, batch, reply, grew);
                    return reply;
                });
    }

    static JsonNode array(List<String> rows) {
        ArrayNode array = Json.mapper().createArrayNode();
        rows.forEach(row -> array.add(Json.read(row, JsonNode.class)));
        return array;
    }

    @Override
    public long lastN(StationIdentity identity, String epoch) {
        throw new IllegalStateException("this server knows of openings");
    }

    @Override
    public FeedPage feed(StationIdentity identity, String cursor, Duration wait)
            throws IOException, ServerRefusal {
        FeedPage page = send("feed", () -> world.server().feed(station.id(), cursor));
        world.note(
                station + " is told " + words(page) + ", from " + cursor + " to " + page.cursor());
        world.parts().beforePage(station, page);
        return page;
    }

    /** Asks for numbers. */
    NumberRange lease(LeaseNumbers asked) throws IOException, ServerRefusal {
        return send(
                "lease",
                () -> {
                    NumberRange range = world.server().lend(station.id(), asked);
                    world.oracle().plates().lent(asked, range);
                    return range;
                });
    }

    private static String words(FeedPage page) {
        return (page.reset() ? "anew: " : "")
                + page.jobs().stream()
                        .map(job -> job.orderName() + " " + job.state())
                        .collect(Collectors.joining(", "))
                + (page.tasks() == null ? "" : ", " + page.tasks().size() + " tasks");
    }

    private <T> T send(String what, Request<T> request) throws IOException, ServerRefusal {
        if (station.isCut()) {
            throw new IOException("no network");
        }
        Chance chance = world.chance();
        return switch (world.isCalm() ? 99 : chance.below(30)) {
            case 0 -> {
                world.note(what + " of " + station + ": lost on its way");
                throw new IOException("lost on its way");
            }
            case 1 -> {
                world.note(what + " of " + station + ": the answer was lost");
                T _ = request.deliver();
                throw new IOException("the answer was lost");
            }
            case 2 -> {
                world.note(what + " of " + station + ": arrived twice");
                T _ = request.deliver();
                yield request.deliver();
            }
            case 3 -> {
                world.note(what + " of " + station + ": nobody answered, and it comes late");
                world.later(
                        () -> {
                            T _ = request.deliver();
                        });
                throw new IOException("no answer");
            }
            case 4 -> {
                world.note(what + " of " + station + ": the server crashes at it");
                world.server().commits().crashIn(1 + chance.below(5), chance.oneIn(2));
                yield request.deliver();
            }
            case 5 -> {
                world.note(what + " of " + station + ": the station crashes when it is answered");
                T _ = request.deliver();
                throw new ProgramCrash("when it was answered");
            }
            default -> request.deliver();
        };
    }
}
