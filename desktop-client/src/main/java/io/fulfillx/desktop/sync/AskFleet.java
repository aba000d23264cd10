package io.fulfillx.desktop.sync;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.EnrolmentCode;
import io.fulfillx.model.sync.FloorPass;
import io.fulfillx.model.sync.FloorSignIn;
import io.fulfillx.model.sync.StationView;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks the server of this station. */
public final class AskFleet implements FleetDesk {
    private static final String STATIONS = "/api/v1/stations";
    private static final int TOO_MANY = 429;

    private final StationIdentity identity;
    private final ServerClient client;

    public AskFleet(StationIdentity identity, ServerClient client) {
        this.identity = identity;
        this.client = client;
    }

    private interface Question<T> {
        T ask() throws IOException, InterruptedException, ServerRefusal;
    }

    @Override
    public Answer<FloorPass> admit(FloorSignIn who) {
        return answer(() -> client.admit(identity, who));
    }

    @Override
    public Answer<List<StationView>> stations(FloorPass pass) {
        return answer(() -> all(pass));
    }

    private List<StationView> all(FloorPass pass)
            throws IOException, InterruptedException, ServerRefusal {
        List<StationView> found = new ArrayList<>();
        String path = STATIONS + "?limit=200";
        String cursor = "";
        do {
            JsonNode page = client.read(pass, path + cursor);
            for (JsonNode item : page.path("items")) {
                found.add(Json.mapper().treeToValue(item, StationView.class));
            }
            cursor =
                    page.hasNonNull("nextCursor")
                            ? "&cursor=" + page.path("nextCursor").asText()
                            : "";
        } while (!cursor.isEmpty());
        return found;
    }

    @Override
    public Answer<StationView> message(FloorPass pass, StationId station, String text, UUID key) {
        return change(pass, station, "message", Map.of("text", text), key, StationView.class);
    }

    @Override
    public Answer<StationView> drain(
            FloorPass pass, StationId station, boolean draining, UUID key) {
        return change(pass, station, "drain", Map.of("draining", draining), key, StationView.class);
    }

    @Override
    public Answer<StationView> revoke(FloorPass pass, StationId station, UUID key) {
        return change(pass, station, "revoke", Map.of(), key, StationView.class);
    }

    @Override
    public Answer<EnrolmentCode> expect(FloorPass pass, String name, UUID key) {
        return answer(
                () ->
                        client.change(
                                pass, STATIONS, Map.of("name", name), key, EnrolmentCode.class));
    }

    @Override
    public Answer<EnrolmentCode> newCode(FloorPass pass, StationId station, UUID key) {
        return change(pass, station, "enrolment-codes", Map.of(), key, EnrolmentCode.class);
    }

    private <T> Answer<T> change(
            FloorPass pass, StationId station, String what, Object body, UUID key, Class<T> reply) {
        String path = STATIONS + "/" + station + "/" + what;
        return answer(() -> client.change(pass, path, body, key, reply));
    }

    private static <T> Answer<T> answer(Question<T> question) {
        try {
            return new Answer.Given<>(question.ask());
        } catch (IOException e) {
            return new Answer.Silence<>();
        } catch (ServerRefusal e) {
            return e.passing() && e.status() != TOO_MANY
                    ? new Answer.Silence<>()
                    : new Answer.Refusal<>(e.status(), e.detail());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Silence<>();
        }
    }
}
