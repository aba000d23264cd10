package io.fulfillx.backend.sync;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.sync.StationJournals.Origin;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.JournalFile;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Journals that were carried here in a file, by a lead or another station, over HTTP. */
final class JournalFileRoutes {
    private final TakeCommands takeCommands;
    private final OpenStationJournal stations;

    JournalFileRoutes(TakeCommands takeCommands, OpenStationJournal stations) {
        this.takeCommands = takeCommands;
        this.stations = stations;
    }

    List<Route> routes() {
        return List.of(
                Route.postSelfIdentified(
                        "/api/v1/sync/journal-files",
                        Roles.LEADS_AND_STATIONS,
                        "Hand in a part of a station's journal that was written to a file",
                        JournalFile.class,
                        BatchReply.class,
                        this::take));
    }

    /** Each row happens once, whether it comes in a file or from the station first. */
    private Reply take(Call call) {
        JsonNode body = call.body(JsonNode.class);
        if (body.path("format").asInt() != JournalFile.FORMAT) {
            throw Fault.invalid(
                    "/format", "This server reads journal files of format " + JournalFile.FORMAT);
        }
        StationId station = station(body.path("stationId").asText(""));
        if (!stations.signs(call.org(), station)) {
            throw Fault.invalid("/stationId", "No station here signs with that id.");
        }
        Origin origin =
                new Origin(
                        call.org(),
                        station,
                        SyncRoutes.epoch(body.path("epoch").asText(""), "/epoch"),
                        OptionalLong.empty(),
                        true);
        return SyncRoutes.reply(takeCommands.take(origin, SyncRoutes.rows(body.path("commands"))));
    }

    private static StationId station(String text) {
        try {
            return new StationId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Fault.invalid("/stationId", "No station here signs with that id.");
        }
    }
}
