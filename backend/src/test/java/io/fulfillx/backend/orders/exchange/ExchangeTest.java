package io.fulfillx.backend.orders.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.Shop;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class ExchangeTest {
    private static final String INVOICES =
            """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,"LANTERN, WHITE",6,01/12/2010 08:26,2.55,17850,United Kingdom
            536365,POST,POSTAGE,1,01/12/2010 08:26,18.00,17850,United Kingdom
            536366,22633,HAND WARMER,x,01/12/2010 08:28,1.85,17850,United Kingdom
            536366,22632,HAND WARMER,6,01/12/2010 08:28,1.855,17850,United Kingdom
            C536379,22633,HAND WARMER,-1,01/12/2010 09:41,1.85,,EIRE
            536380,22961,,-3,01/12/2010 09:41,0,,France
            """;

    private final Shop shop = Shop.open();

    private JsonNode created(String path, Object body) {
        return created(shop, path, body);
    }

    private static JsonNode created(Shop at, String path, Object body) {
        Answer answer = at.manager().post(path, body);
        assertTrue(answer.status() < 300, () -> answer.json().toString());
        return answer.json();
    }

    private static JsonNode take(Shop at, Map<String, String> how, byte[] file) {
        String path =
                "/api/v1/order-imports/"
                        + created(at, "/api/v1/order-imports", how).path("importId").asText();
        int half = file.length / 2;
        created(at, path + "/parts?number=2", Arrays.copyOfRange(file, half, file.length));
        created(at, path + "/parts?number=1", Arrays.copyOfRange(file, 0, half));
        created(at, path + "/start", Map.of());
        Shop.eventually(
                "taken in",
                () -> !at.manager().get(path).json().path("state").asText().equals("RUNNING"));
        return at.manager().get(path).json();
    }

    private static byte[] export(Shop at, String query) {
        Answer answer = at.manager().get("/api/v1/order-exports?" + query);
        assertEquals(200, answer.status());
        return answer.body();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Without what is another one in each organization: ids, and the order that follows them. */
    private static List<String> content(byte[] export, String format) {
        return text(export)
                .lines()
                .map(
                        line ->
                                format.equals("CSV")
                                        ? line.replaceFirst("^[0-9a-f-]{36},", "")
                                        : line.replaceFirst("\"orderId\":\"[^\"]*\",", ""))
                .sorted()
                .toList();
    }

    private void orders() {
        for (int i = 1; i <= 3; i++) {
            Map<String, Object> order =
                    new LinkedHashMap<>(PaidOrder.of(i, Map.of("MUG", i, "=TEA", 2)));
            order.put("note", "=cmd|' /C calc'!A0, \"quoted\" and \u00fcber");
            order.put("tags", "vip, a|b");
            order.put("email", "ada@shop.example");
            if (i == 3) {
                order.put("cancelled_at", "2026-03-03T09:15:00Z");
            }
            assertEquals(200, shop.deliver(Json.bytes(order)).status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "JSONL"})
    void whatIsExportedComesInAgainWithoutLoss(String format) {
        orders();
        byte[] file = export(shop, "format=" + format);
        Shop other = Shop.open();
        JsonNode job = take(other, Map.of("name", "again", "format", format), file);
        assertEquals("DONE", job.path("state").asText(), job.toString());
        assertEquals(3, job.path("received").asInt(), job.toString());
        byte[] back = export(other, "format=" + format);
        assertEquals(content(file, format), content(back, format));
        assertEquals(
                3,
                text(back).lines().filter(line -> line.contains("true")).count()
                        / (format.equals("CSV") ? 2 : 1));
        JsonNode again = take(other, Map.of("name", "twice", "format", format), file);
        assertEquals(3, again.path("known").asInt());
        assertEquals(0, again.path("received").asInt());
    }

    @Test
    void noCellOfAnExportStartsAFormula() {
        orders();
        String csv = text(export(shop, "format=CSV"));
        assertTrue(csv.contains("\"'=cmd|"), csv);
        assertTrue(csv.contains(",'=TEA,"), csv);
    }

    @Test
    void anExportGoesOnBehindAnOrderAndKeepsToItsFilter() {
        orders();
        List<String> all = text(export(shop, "format=JSONL")).lines().toList();
        String first = Json.read(all.getFirst(), JsonNode.class).path("orderId").asText();
        assertEquals(
                all.subList(1, 3),
                text(export(shop, "format=JSONL&after=" + first)).lines().toList());
        assertEquals(
                List.of(all.get(2)),
                text(export(shop, "format=JSONL&status=CANCELLED")).lines().toList());
    }

    @Test
    void invoicesComeInAsOrdersAndEachBadRowIsNamed() {
        JsonNode job =
                take(
                        shop,
                        Map.of("name", "invoices.csv", "preset", "INVOICES"),
                        INVOICES.getBytes(StandardCharsets.UTF_8));
        assertEquals("DONE", job.path("state").asText(), job.toString());
        assertEquals(6, job.path("records").asInt());
        assertEquals(2, job.path("received").asInt(), job.toString());
        assertEquals(2, job.path("refused").asInt());
        String errors =
                text(
                        shop.manager()
                                .get(
                                        "/api/v1/order-imports/"
                                                + job.path("importId").asText()
                                                + "/errors.csv")
                                .body());
        assertEquals(
                List.of(
                        "line,order,field,problem",
                        "4,536366,Quantity,x is no whole number.",
                        "4,536366,quantity,A whole number of at least 0 is expected.",
                        "5,536366,UnitPrice,\"1.855 has more than 2 decimals, or is too large.\"",
                        "7,536380,quantity,A whole number of at least 0 is expected."),
                errors.lines().toList());
        JsonNode orders = shop.manager().get("/api/v1/orders").json().path("items");
        assertEquals(2, orders.size());
        // They came at the same moment, so the list has them in any order.
        int cancelled = orders.at("/0/status").asText().equals("CANCELLED") ? 0 : 1;
        assertEquals("CANCELLED", orders.path(cancelled).path("status").asText());
        JsonNode first = shop.order(orders.path(1 - cancelled).path("orderId").asText());
        assertEquals(3330, first.at("/total/minor").asInt());
        assertEquals("2010-12-01T08:26:00Z", first.path("placedAt").asText());
        assertEquals("GB", first.at("/shipTo/countryCode").asText());
        assertEquals(false, first.at("/lines/1/requiresShipping").asBoolean());
    }

    @Test
    void aFileOfAnotherKindFailsWithASentence() {
        JsonNode job =
                take(shop, Map.of("name", "x"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("FAILED", job.path("state").asText());
        assertTrue(job.path("problem").asText().contains("does not name the column"));
    }

    @Test
    void aCancelledImportTakesNothingMore() {
        String path =
                "/api/v1/order-imports/"
                        + created("/api/v1/order-imports", Map.of("name", "x"))
                                .path("importId")
                                .asText();
        created(path + "/cancel", Map.of());
        Answer late = shop.manager().post(path + "/start", Map.of());
        assertEquals("not-allowed-now", late.code());
    }
}
