package io.fulfillx.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

/** Leads and managers who look after the stations from one of them. */
class FloorSignInTest {
    private static final String STATIONS = "/api/v1/stations";
    private final Floor floor = new Floor(TestBackend.assembly());

    private JsonNode hire(String name, String role) {
        return floor.created("/operators", Map.of("name", name, "pin", "4711", "role", role));
    }

    private Answer show(JsonNode who, String kind, String proof) {
        return floor.station()
                .post(
                        "/api/v1/auth/operator",
                        Map.of("operatorId", who.path("operatorId").asText(), kind, proof));
    }

    private ApiClient admitted(JsonNode who) {
        Answer answer = show(who, "pin", "4711");
        assertEquals(200, answer.status());
        return new ApiClient(
                TestBackend.assembly().port(), answer.json().path("accessToken").asText());
    }

    private int drain(ApiClient client) {
        return client.post(STATIONS + "/" + floor.stationId() + "/drain", Map.of("draining", true))
                .status();
    }

    @Test
    void aManagerWithBadgeOrPinDoesAllThatTheFleetNeedsAndNothingElse() {
        JsonNode mara = hire("Mara", "manager");
        String badge = mara.path("badge").asText().substring("FXB".length());
        Answer byBadge = show(mara, "badge", badge);
        assertEquals(200, byBadge.status());
        assertTrue(byBadge.json().path("manager").asBoolean());
        assertEquals(600, byBadge.json().path("expiresInSeconds").asInt());
        ApiClient manager = admitted(mara);
        assertEquals(200, manager.get(STATIONS).status());
        assertEquals(201, manager.post(STATIONS, Map.of("name", "Bench 77")).status());
        assertEquals(200, drain(manager));
        assertEquals(403, manager.get("/api/v1/orders").status());
        assertEquals(403, manager.get("/api/v1/operators").status());
    }

    @Test
    void aLeadNeitherTakesStationsOutNorLetsNewOnesIn() {
        ApiClient lead = admitted(hire("Lena", "lead"));
        assertEquals(200, lead.get(STATIONS).status());
        assertEquals(200, drain(lead));
        assertEquals(403, lead.post(STATIONS, Map.of("name", "Bench 78")).status());
        String revoke = STATIONS + "/" + floor.stationId() + "/revoke";
        assertEquals(403, lead.post(revoke, Map.of()).status());
    }

    @Test
    void whatAStationKnowsByItselfOpensNothing() {
        JsonNode mara = hire("Mara", "manager");
        assertEquals(403, show(mara, "pin", "0000").status());
        // What stands in the roster on its disk is only what the badge hashes to.
        JsonNode card =
                floor.feed("", 0)
                        .path("operators")
                        .valueStream()
                        .filter(each -> each.path("name").asText().equals("Mara"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                403,
                show(mara, "badge", card.path("badgeSha256").asText().substring(0, 40)).status());
        assertEquals(403, floor.station().get(STATIONS).status());
        assertEquals(403, show(hire("Pia", "packer"), "pin", "4711").status());
        JsonNode nobody =
                floor.created("/operators", Map.of("name", "Gone", "pin", "4711", "role", "lead"));
        floor.created("/operators/" + nobody.path("operatorId").asText() + "/disable", Map.of());
        assertEquals(403, show(nobody, "pin", "4711").status());
    }

    @Test
    void whoTriesTooOftenWaits() {
        JsonNode mara = hire("Mara", "manager");
        for (int i = 0; i < 10; i++) {
            assertEquals(403, show(mara, "pin", "000" + i).status());
        }
        assertEquals(429, show(mara, "pin", "4711").status());
    }

    @Test
    void oneOfBadgeAndPinIsNamed() {
        Answer none =
                floor.station()
                        .post(
                                "/api/v1/auth/operator",
                                Map.of("operatorId", UUID.randomUUID().toString()));
        assertEquals(400, none.status());
        assertEquals("/badge", none.json().path("pointer").asText());
        assertFalse(none.json().path("detail").asText().isEmpty());
    }
}
