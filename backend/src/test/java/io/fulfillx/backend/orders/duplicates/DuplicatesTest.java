package io.fulfillx.backend.orders.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class DuplicatesTest {
    private final Shop shop = Shop.open();

    private String order(int number, String email, Map<String, Object> more) {
        Map<String, Object> order =
                new LinkedHashMap<>(PaidOrder.of(number, Map.of("MUG", 2), "7 Quay Street"));
        order.put("email", email);
        order.putAll(more);
        Answer answer = shop.deliver(Json.bytes(order));
        assertEquals(200, answer.status(), () -> answer.json().toString());
        return answer.json().path("orderId").asText();
    }

    private String order(int number) {
        return order(number, "ada@shop.example", Map.of());
    }

    private JsonNode duplicates(String order) {
        return shop.manager().get("/api/v1/orders/" + order + "/duplicates").json();
    }

    private boolean suspected(String order) {
        return shop.holds(order).contains("DUPLICATE_SUSPECT");
    }

    private void checked(String order) {
        Shop.eventually(
                "checked",
                () ->
                        TestBackend.assembly()
                                .foundation()
                                .transactions()
                                .inOrg(
                                        shop.org().id(),
                                        tx ->
                                                tx.sql(
                                                                "select 1 as one from"
                                                                    + " order_fingerprint where"
                                                                    + " org_id = :org and order_id"
                                                                    + " = cast(:id as uuid) and"
                                                                    + " checked_at is not null")
                                                        .with("id", order)
                                                        .find(row -> row.integer("one"))
                                                        .isPresent()));
    }

    private Answer act(String order, String other, String action, Map<String, String> body) {
        return shop.manager()
                .post("/api/v1/orders/" + order + "/duplicates/" + other + "/" + action, body);
    }

    @Test
    void theSecondOfTwoLikeOrdersIsHeldAndShownBesideTheFirst() {
        String first = order(1);
        checked(first);
        String second = order(2);
        Shop.eventually("held", () -> suspected(second));
        assertTrue(!suspected(first));
        JsonNode pair = duplicates(second).path("pairs").path(0);
        assertEquals(first, pair.path("otherOrderId").asText());
        assertEquals(second, pair.path("newerOrderId").asText());
        assertEquals(95, pair.path("score").asInt());
        assertEquals(5, pair.path("reasons").size());
        Map<String, Boolean> equal = new LinkedHashMap<>();
        pair.path("fields")
                .forEach(
                        field ->
                                equal.put(
                                        field.path("field").asText(),
                                        field.path("equal").asBoolean()));
        assertEquals(true, equal.get("shipTo/line1"));
        assertEquals(true, equal.get("lines"));
        assertEquals(false, equal.get("name"));
        assertEquals(second, duplicates(first).at("/pairs/0/otherOrderId").asText());
    }

    @Test
    void keepingBothReleasesTheHoldForGood() {
        String first = order(1);
        checked(first);
        String second = order(2);
        Shop.eventually("held", () -> suspected(second));
        Answer kept = act(second, first, "keep-both", Map.of());
        assertEquals(200, kept.status(), () -> kept.json().toString());
        assertEquals("KEPT", kept.json().at("/pairs/0/state").asText());
        assertTrue(!suspected(second));
        assertEquals(200, act(first, second, "keep-both", Map.of()).status());
        Answer late = act(first, second, "cancel-newer", Map.of("reason", "No."));
        assertEquals("not-allowed-now", late.code());
    }

    @Test
    void cancellingTheNewerLeavesTheOther() {
        String first = order(1);
        checked(first);
        String second = order(2);
        Shop.eventually("held", () -> suspected(second));
        Answer done = act(first, second, "cancel-newer", Map.of("reason", "Placed twice."));
        assertEquals(200, done.status(), () -> done.json().toString());
        assertEquals("CANCELLED", shop.status(second));
        assertNotEquals("CANCELLED", shop.status(first));
        assertEquals("CANCELLED", done.json().at("/pairs/0/state").asText());
    }

    @Test
    void aThirdOrderStaysHeldUntilItIsSettledWithBoth() {
        String first = order(1);
        checked(first);
        String second = order(2);
        checked(second);
        String third = order(3);
        Shop.eventually("two pairs", () -> duplicates(third).path("pairs").size() == 2);
        assertEquals(200, act(third, first, "keep-both", Map.of()).status());
        assertTrue(suspected(third));
        assertEquals(200, act(third, second, "keep-both", Map.of()).status());
        assertTrue(!suspected(third));
    }

    @Test
    void giftsAndSubscriptionsAreNeverSuspected() {
        checked(order(1));
        String gift = order(2, "ada@shop.example", Map.of("tags", "Gift, blue"));
        checked(gift);
        assertEquals(0, duplicates(gift).path("pairs").size());
        assertEquals(
                List.of(), shop.holds(gift).stream().filter("DUPLICATE_SUSPECT"::equals).toList());
    }

    @Test
    void anotherThresholdAppliesToOrdersThatComeLater() {
        JsonNode rule = shop.manager().get("/api/v1/duplicate-rule").json();
        assertEquals(0, rule.path("version").asInt());
        ((com.fasterxml.jackson.databind.node.ObjectNode) rule.path("rule")).put("threshold", 96);
        Answer set =
                shop.manager()
                        .send(
                                "PUT",
                                "/api/v1/duplicate-rule",
                                rule,
                                Map.of("Idempotency-Key", "rule-1"));
        assertEquals(200, set.status(), () -> set.json().toString());
        checked(order(1));
        String second = order(2);
        checked(second);
        assertEquals(0, duplicates(second).path("pairs").size());
        Answer stale =
                shop.manager()
                        .send(
                                "PUT",
                                "/api/v1/duplicate-rule",
                                rule,
                                Map.of("Idempotency-Key", "rule-2"));
        assertEquals("conflict", stale.code());
    }

    @Test
    void hashesOfTheSameBuyerDifferBetweenOrganizations() {
        Shop other = Shop.open();
        checked(order(1));
        other.deliver(Json.bytes(PaidOrder.of(1, Map.of("MUG", 2), "7 Quay Street")));
        Shop.eventually("both", () -> hash(other) != null);
        assertNotEquals(hash(shop), hash(other));
    }

    private static String hash(Shop of) {
        return TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(
                        of.org().id(),
                        tx ->
                                tx.sql(
                                                "select address_hash from order_fingerprint where"
                                                        + " org_id = :org limit 1")
                                        .find(row -> row.text("address_hash"))
                                        .orElse(null));
    }
}
