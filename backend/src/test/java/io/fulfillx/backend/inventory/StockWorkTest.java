package io.fulfillx.backend.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that people do to stock, over HTTP. */
class StockWorkTest extends StockDesk {
    private Answer refused(String path, Object body, String code) {
        Answer answer = manager.post("/api/v1/stock" + path, body);
        assertEquals(code, answer.code(), () -> path + " " + answer.json());
        return answer;
    }

    @Test
    void aSerialNumberIsInOnePlace() {
        shop.item("PHONE");
        put("/keeping", Map.of("sku", "PHONE", "tracksSerials", true));
        Map<String, Object> receipt =
                Map.of(
                        "kind",
                        "RECEIVE",
                        "sku",
                        "PHONE",
                        "location",
                        "A-1",
                        "quantity",
                        2,
                        "serials",
                        List.of("S1", "S2"));
        done("/movements", receipt);
        assertEquals(
                "/serials",
                refused("/movements", receipt, "not-allowed-now").json().at("/pointer").asText());
        Map<String, Object> away =
                Map.of(
                        "kind",
                        "PUT_AWAY",
                        "sku",
                        "PHONE",
                        "location",
                        "A-1",
                        "toLocation",
                        "B-1",
                        "quantity",
                        1,
                        "serials",
                        List.of("S2"));
        done("/movements", away);
        refused("/movements", away, "not-allowed-now");
        JsonNode serials = get("/serials?sku=PHONE").path("items");
        assertEquals("A-1", serials.path(0).path("location").asText());
        assertEquals("B-1", serials.path(1).path("location").asText());
        refused(
                "/movements",
                Map.of("kind", "SCRAP", "sku", "PHONE", "location", "A-1", "quantity", 1),
                "invalid");
        shop.assertStockIsTrue();
    }

    @Test
    void packsAreBookedAsSingleUnits() {
        shop.item("PENS");
        put("/keeping", Map.of("sku", "PENS", "packs", Map.of("CASE", 12)));
        done(
                "/movements",
                Map.of(
                        "kind",
                        "RECEIVE",
                        "sku",
                        "PENS",
                        "location",
                        "A-1",
                        "quantity",
                        3,
                        "uom",
                        "CASE"));
        assertEquals(36, shop.stockOf("PENS").path("onHand").asInt());
        refused(
                "/movements",
                Map.of(
                        "kind",
                        "RECEIVE",
                        "sku",
                        "PENS",
                        "location",
                        "A-1",
                        "quantity",
                        3,
                        "uom",
                        "PALLET"),
                "invalid");
    }

    @Test
    void aCountBooksTheDifferenceToWhatWasThereWhenItBegan() {
        shop.item("NUTS");
        shop.stock("NUTS", "A-1", 10);
        JsonNode count = done("/counts", Map.of("sku", "NUTS", "location", "A-1"));
        assertEquals(true, count.path("expected").isMissingNode());
        shop.stock("NUTS", "A-1", 5);
        String result = "/counts/" + count.path("countId").asText() + "/result";
        done(result, Map.of("counted", 8));
        assertEquals(13, shop.stockOf("NUTS").path("onHand").asInt());
        refused(result, Map.of("counted", 8), "not-allowed-now");
        shop.assertStockIsTrue();
    }

    @Test
    void aLargeCorrectionWaitsForSomebodyElse() {
        shop.item("BOLTS");
        shop.stock("BOLTS", "A-1", 500);
        Map<String, Object> wish =
                Map.of(
                        "sku",
                        "BOLTS",
                        "location",
                        "A-1",
                        "delta",
                        -200,
                        "reasonCode",
                        "MISSING",
                        "reason",
                        "Shelf fell.");
        JsonNode asked = done("/adjustments", wish);
        assertEquals("WAITING", asked.path("state").asText());
        assertEquals(500, shop.stockOf("BOLTS").path("onHand").asInt());
        String path = "/adjustments/" + asked.path("adjustmentId").asText() + "/approve";
        refused(path, Map.of(), "not-allowed-now");
        Answer agreed = shop.org().as("admin").post("/api/v1/stock" + path, Map.of());
        assertEquals("BOOKED", agreed.json().path("state").asText());
        assertEquals(300, shop.stockOf("BOLTS").path("onHand").asInt());
        JsonNode entry = get("/ledger?sku=BOLTS").path("items").path(0);
        assertEquals(true, entry.path("approver").asText().startsWith("admin:"));
        Answer twice = shop.org().as("admin").post("/api/v1/stock" + path, Map.of());
        assertEquals("not-allowed-now", twice.code());
    }

    @Test
    void aCorrectionOfMuchValueWaitsForASecondPersonHoweverFewItsUnits() {
        Map<String, Object> ring =
                Map.of(
                        "sku",
                        "RING",
                        "title",
                        "Ring",
                        "weightGrams",
                        10,
                        "unitCost",
                        Map.of("minor", 60_000, "currency", "EUR"));
        assertEquals(201, manager.post("/api/v1/items", ring).status());
        shop.stock("RING", "A-1", 9);
        Map<String, Object> two = new HashMap<>();
        two.put("sku", "RING");
        two.put("location", "A-1");
        two.put("delta", -2);
        two.put("reasonCode", "MISSING");
        two.put("reason", "Gone.");
        assertEquals("WAITING", done("/adjustments", two).path("state").asText());
        refused("/adjust", two, "not-allowed-now");
        two.put("delta", -1);
        assertEquals("BOOKED", done("/adjustments", two).path("state").asText());
    }

    @Test
    void whatDoesNotArriveOfATransferStaysUnderWayUntilItIsGivenUp() {
        shop.item("SOAP");
        shop.stock("SOAP", "A-1", 10);
        var _ = manager.post("/api/v1/warehouses", Map.of("code", "EAST", "name", "East"));
        put("/places", Map.of("location", "E-1", "warehouse", "EAST"));
        JsonNode sent =
                done(
                        "/transfers",
                        Map.of(
                                "sku",
                                "SOAP",
                                "fromLocation",
                                "A-1",
                                "toLocation",
                                "E-1",
                                "quantity",
                                6));
        String path = "/transfers/" + sent.path("transferId").asText();
        refused(path + "/receive", Map.of("quantity", 7), "not-allowed-now");
        assertEquals(2, done(path + "/receive", Map.of("quantity", 4)).path("underWay").asInt());
        assertEquals(4, get("/availability?sku=SOAP&warehouse=EAST").path("now").asInt());
        assertEquals(2, place("SOAP", 1).path("inTransit").asInt());
        assertEquals(0, done(path + "/close", Map.of("reason", "Lost.")).path("underWay").asInt());
        refused(path + "/close", Map.of("reason", "Lost."), "not-allowed-now");
        assertEquals(8, shop.stockOf("SOAP").path("onHand").asInt());
        shop.assertStockIsTrue();
    }

    @Test
    void kitsAreMadeAndTakenApart() {
        List.of("CUP", "TEA", "SET").forEach(shop::item);
        shop.stock("CUP", "A-1", 5);
        shop.stock("TEA", "A-1", 9);
        put("/kits", kit("SET", false));
        done("/kits/assemble", Map.of("sku", "SET", "location", "A-1", "kits", 4));
        assertEquals(1, shop.stockOf("CUP").path("onHand").asInt());
        assertEquals(4, shop.stockOf("SET").path("onHand").asInt());
        refused(
                "/kits/assemble",
                Map.of("sku", "SET", "location", "A-1", "kits", 1),
                "not-allowed-now");
        done("/kits/break", Map.of("sku", "SET", "location", "A-1", "kits", 3));
        assertEquals(7, shop.stockOf("TEA").path("onHand").asInt());
        shop.assertStockIsTrue();
    }

    @Test
    void pickedUnitsLieInTheToteAndStayPromised() {
        shop.item("BOOK");
        shop.stock("BOOK", "A-1", 5);
        put("/places", Map.of("location", "T-1", "warehouse", "MAIN", "kind", "TOTE"));
        Map<String, Object> line = line("BOOK", 3);
        assertEquals("reserved", reserve(line));
        Map<String, Object> some =
                Map.of(
                        "lineId",
                        line.get("lineId"),
                        "location",
                        "A-1",
                        "quantity",
                        2,
                        "tote",
                        "T-1");
        done("/promises/pin", some);
        refused("/promises/pin", some, "not-allowed-now");
        done("/promises/unpin", some);
        done("/promises/pick", some);
        assertEquals(3, place("BOOK", 0).path("onHand").asInt());
        assertEquals(1, place("BOOK", 0).path("reserved").asInt());
        assertEquals(2, place("BOOK", 1).path("picked").asInt());
        assertEquals(2, place("BOOK", 1).path("allocated").asInt());
        assertEquals(2, get("/availability?sku=BOOK").path("now").asInt());
        shop.assertStockIsTrue();
    }

    @Test
    void anEventIsReversedOnceAndAPromiseNever() {
        shop.item("PIN");
        shop.stock("PIN", "A-1", 5);
        String event = get("/ledger?sku=PIN").at("/items/0/eventId").asText();
        Map<String, Object> why = Map.of("reason", "Typed twice.");
        done("/events/" + event + "/reverse", why);
        assertEquals(0, shop.stockOf("PIN").path("onHand").asInt());
        done("/events/" + event + "/reverse", why);
        assertEquals(0, shop.stockOf("PIN").path("onHand").asInt());
        shop.stock("PIN", "A-1", 5);
        assertEquals("reserved", reserve(line("PIN", 1)));
        String promise = get("/ledger?sku=PIN").at("/items/0/eventId").asText();
        refused("/events/" + promise + "/reverse", why, "not-allowed-now");
        shop.assertStockIsTrue();
    }

    @Test
    void unitsKeptApartCannotBePromised() {
        shop.item("JAR");
        shop.stock("JAR", "A-1", 5);
        done("/movements", judged("QUARANTINE", "SELLABLE", 4));
        assertEquals("not-enough", reserve(line("JAR", 2)));
        done("/movements", judged("RELEASE_Q", "QUARANTINE", 2));
        done("/movements", judged("DAMAGE", "QUARANTINE", 1));
        done("/movements", judged("SCRAP", "DAMAGED", 1));
        done("/movements", judged("RETURN_RECEIVE", "INSPECTION", 1));
        refused("/movements", judged("SCRAP", "DAMAGED", 1), "not-allowed-now");
        assertEquals(5, place("JAR", 0).path("onHand").asInt());
        assertEquals(3, place("JAR", 0).path("available").asInt());
        shop.assertStockIsTrue();
    }

    private static Map<String, Object> judged(String kind, String condition, int units) {
        return Map.of(
                "kind",
                kind,
                "sku",
                "JAR",
                "location",
                "A-1",
                "condition",
                condition,
                "quantity",
                units);
    }

    @Test
    void whatHappenedEarlierIsBackDatedButNotItsRecord() {
        shop.item("OIL");
        done(
                "/movements",
                Map.of(
                        "kind",
                        "RECEIVE",
                        "sku",
                        "OIL",
                        "location",
                        "A-1",
                        "quantity",
                        7,
                        "effectiveAt",
                        "2026-01-05T10:00:00Z"));
        String then = "/at?sku=OIL&time=2026-01-06T00%3A00%3A00Z";
        assertEquals(7, get(then).at("/items/0/onHand").asInt());
        assertEquals(0, get(then + "&by=recorded").path("items").size());
        refused(
                "/movements",
                Map.of(
                        "kind",
                        "RECEIVE",
                        "sku",
                        "OIL",
                        "location",
                        "A-1",
                        "quantity",
                        7,
                        "effectiveAt",
                        "2999-01-05T10:00:00Z"),
                "invalid");
    }
}
