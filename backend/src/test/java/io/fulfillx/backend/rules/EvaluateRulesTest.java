package io.fulfillx.backend.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Shop;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class EvaluateRulesTest {
    private static final String RULES =
            """
            {"format": 1, "rules": [
              {"id": "mugs", "name": "Mugs", "when": {"lines": "any", "where": [
                {"field": "sku", "operator": "startsWith", "value": "MUG"}]},
               "then": [{"setService": "FX2"}, {"addTag": "fragile"}, {"chooseCarton": "M"}]},
              {"id": "us", "name": "Domestic", "when":
                {"field": "country", "operator": "equals", "value": "US"},
               "then": [{"placeHold": {"type": "FRAUD", "reason": "look at it"}}]}]}
            """;

    private final Shop shop = Shop.open();

    private Answer put(String rules) {
        return shop.manager()
                .send(
                        "PUT",
                        "/api/v1/rules",
                        rules.getBytes(StandardCharsets.UTF_8),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private String decided() {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 10);
        String id = shop.receive("plain");
        Shop.eventually("decided", () -> shop.order(id).has("decidedAt"));
        return id;
    }

    @Test
    void rulesActOnAnAllocatedOrderAndSayWhy() {
        assertEquals(200, put(RULES).status());
        String id = decided();
        JsonNode order = shop.order(id);
        assertEquals("FX2", order.path("chosenService").asText());
        assertEquals("M", order.path("chosenCarton").asText());
        assertEquals("[\"vip\",\"wholesale\",\"fragile\"]", order.path("tags").toString());
        assertEquals(List.of("FRAUD"), shop.holds(id));
        JsonNode decision = shop.manager().get("/api/v1/orders/" + id + "/decision").json();
        assertEquals(1, decision.path("version").asInt());
        assertEquals(2, decision.path("decision").path("why").size());
        assertEquals(
                "MATCHED", decision.path("decision").path("why").path(0).path("result").asText());
    }

    @Test
    void withoutRulesAnOrderIsDecidedAllTheSame() {
        String id = decided();
        assertEquals(List.of(), shop.holds(id));
        assertTrue(shop.order(id).path("chosenService").isMissingNode());
        assertEquals(0, shop.manager().get("/api/v1/rules").json().path("version").asInt(-1));
    }

    @Test
    void everyChangeIsANewVersionAndAMistakeIsNamed() {
        assertEquals(1, put(RULES).json().path("version").asInt());
        assertEquals(2, put(RULES).json().path("version").asInt());
        Answer wrong = put(RULES.replace("startsWith", "sounds-like"));
        assertEquals(400, wrong.status());
        assertEquals("/rules/0/when/where/0/operator", wrong.json().path("pointer").asText());
        JsonNode inForce = shop.manager().get("/api/v1/rules").json();
        assertEquals(2, inForce.path("version").asInt());
        assertEquals("mugs", inForce.at("/rules/rules/0/id").asText());
    }
}
