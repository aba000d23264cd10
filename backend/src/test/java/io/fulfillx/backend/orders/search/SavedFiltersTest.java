package io.fulfillx.backend.orders.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.Shop;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class SavedFiltersTest {
    private static final String PATH = "/api/v1/saved-filters";

    private final Shop shop = Shop.open();
    private final ApiClient lead = shop.org().as("lead");
    private final String vip = order(1, "vip");
    private final String plain = order(2, "slow");

    private String order(int number, String tags) {
        Map<String, Object> order = new LinkedHashMap<>(PaidOrder.of(number, Map.of("MUG", 1)));
        order.put("tags", tags);
        return shop.deliver(Json.bytes(order)).json().path("orderId").asText();
    }

    private static Answer keep(ApiClient who, String name, boolean shared, String search) {
        return who.post(
                PATH, Map.of("name", name, "shared", shared, "filter", Map.of("search", search)));
    }

    private Answer change(ApiClient who, String id, String name) {
        return who.send(
                "PUT",
                PATH + "/" + id,
                Map.of("name", name, "shared", false, "filter", Map.of("status", "SHIPPED")),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static List<String> names(ApiClient who) {
        return who.get(PATH)
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.path("name").asText())
                .toList();
    }

    private static List<String> orders(ApiClient who, String query) {
        Answer answer = who.get("/api/v1/orders?" + query);
        assertEquals(200, answer.status(), () -> answer.json().toString());
        return answer.json()
                .path("items")
                .valueStream()
                .map(each -> each.path("orderId").asText())
                .toList();
    }

    @Test
    void aSharedFilterIsSeenAndUsedByAllAndChangedByItsOwnerAlone() {
        JsonNode kept = keep(shop.manager(), "Our best", true, "tag:vip").json();
        String id = kept.path("filterId").asText();
        Shop.eventually("indexed", () -> orders(lead, "filter=" + id).equals(List.of(vip)));
        JsonNode seen = lead.get(PATH).json().at("/items/0");
        assertEquals(1, seen.path("orders").asInt());
        assertEquals(false, seen.path("mine").asBoolean(true));
        assertEquals(List.of(vip), orders(lead, "search=MUG&filter=" + id));
        assertEquals(List.of(), orders(lead, "search=tag%3Aslow&filter=" + id));
        assertEquals("forbidden", change(lead, id, "Mine").code());
        assertEquals("forbidden", lead.post(PATH + "/" + id + "/remove", Map.of()).code());
        assertEquals(200, change(shop.manager(), id, "Gone").status());
        assertEquals(List.of(), names(lead));
        assertEquals(404, change(lead, id, "Mine").status());
        assertEquals("invalid", lead.get("/api/v1/orders?filter=" + id).code());
        assertEquals(200, shop.manager().post(PATH + "/" + id + "/remove", Map.of()).status());
        assertEquals(404, shop.manager().post(PATH + "/" + id + "/remove", Map.of()).status());
    }

    @Test
    void aNameIsUniqueForItsOwnerOnly() {
        assertEquals(201, keep(lead, "Late", false, "tag:slow").status());
        Answer twice = keep(lead, "Late", false, "tag:vip");
        assertEquals("conflict", twice.code());
        assertEquals("/name", twice.json().path("pointer").asText());
        assertEquals(201, keep(shop.manager(), "Late", false, "tag:vip").status());
        String other = keep(lead, "Later", false, "tag:vip").json().path("filterId").asText();
        assertEquals("conflict", change(lead, other, "Late").code());
        assertEquals(200, change(lead, other, "Later").status());
        assertEquals(List.of("Later", "Late"), names(lead));
    }

    @Test
    void whatCannotBeUnderstoodIsNotKept() {
        assertEquals("invalid", keep(lead, "Broken", false, "color:red").code());
        assertEquals("invalid", keep(lead, " ", false, "tag:vip").code());
        assertEquals("invalid", lead.post(PATH, Map.of("name", "Empty")).code());
        assertEquals(List.of(), names(lead));
        assertEquals(List.of(plain, vip), orders(lead, ""));
    }
}
