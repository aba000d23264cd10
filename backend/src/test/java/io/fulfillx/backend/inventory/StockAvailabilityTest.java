package io.fulfillx.backend.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Shop;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What can be promised: by lot, by day, as kits, on a channel. */
class StockAvailabilityTest extends StockDesk {
    private void lot(String sku, String lot, int daysLeft, int units) {
        done(
                "/movements",
                Map.of(
                        "kind",
                        "RECEIVE",
                        "sku",
                        sku,
                        "location",
                        "A-1",
                        "lot",
                        lot,
                        "quantity",
                        units,
                        "expiresOn",
                        LocalDate.now(ZoneOffset.UTC).plusDays(daysLeft).toString()));
    }

    @Test
    void whatExpiresFirstIsPromisedFirstAndWhatExpiresTooSoonNotAtAll() {
        shop.item("MILK");
        put("/keeping", Map.of("sku", "MILK", "tracksLots", true, "stopShipDays", 10));
        lot("MILK", "LATE", 90, 5);
        lot("MILK", "SOON", 30, 4);
        lot("MILK", "OVER", 9, 50);
        assertEquals("reserved", reserve(line("MILK", 5)));
        assertEquals("LATE", place("MILK", 0).path("lot").asText());
        assertEquals(1, place("MILK", 0).path("reserved").asInt());
        assertEquals(0, place("MILK", 1).path("reserved").asInt());
        assertEquals(4, place("MILK", 2).path("reserved").asInt());
        assertEquals("not-enough", reserve(line("MILK", 5)));
        assertEquals(4, get("/availability?sku=MILK").path("now").asInt());
        assertEquals(3, get("/lots?sku=MILK").path("items").size());
        shop.assertStockIsTrue();
    }

    @Test
    void anOrderOfAVirtualKitIsPromisedItsComponentsAllOrNone() {
        List.of("CUP", "TEA", "MUG-1").forEach(shop::item);
        shop.stock("CUP", "A-1", 50);
        shop.stock("TEA", "A-1", 1);
        put("/kits", kit("MUG-1", true));
        String id = shop.receive("plain");
        assertEquals("BACKORDERED", shop.status(id));
        assertEquals(0, shop.stockOf("CUP").path("reserved").asInt());
        shop.stock("TEA", "A-1", 49);
        Shop.eventually("its tea came", () -> shop.status(id).equals("ALLOCATED"));
        int kits = shop.stockOf("CUP").path("reserved").asInt();
        assertEquals(2 * kits, shop.stockOf("TEA").path("reserved").asInt());
        assertEquals(0, shop.stockOf("MUG-1").path("reserved").asInt());
        shop.assertStockIsTrue();
    }

    @Test
    void virtualKitsThatShareAComponentAreTestedTogether() {
        List.of("CUP", "TEA", "DUO", "TRIO").forEach(shop::item);
        shop.stock("CUP", "A-1", 50);
        shop.stock("TEA", "A-1", 10);
        put("/kits", kit("DUO", true));
        put("/kits", kit("TRIO", true));
        assertEquals(5, get("/availability?sku=DUO").path("now").asInt());
        Map<String, Object> basket =
                Map.of(
                        "lines",
                        List.of(
                                Map.of("sku", "DUO", "quantity", 3),
                                Map.of("sku", "TRIO", "quantity", 3)));
        JsonNode verdict = done("/availability", basket);
        assertEquals(false, verdict.path("promisable").asBoolean());
        assertEquals(12, verdict.at("/lacking/0/asked").asInt());
        Answer both =
                manager.post(
                        "/api/v1/reservations",
                        Map.of(
                                "orderId",
                                UUID.randomUUID().toString(),
                                "lines",
                                List.of(line("DUO", 3), line("TRIO", 3))));
        assertEquals("not-enough", both.json().path("outcome").asText());
        assertEquals("reserved", reserve(line("DUO", 5)));
        assertEquals(0, get("/availability?sku=TRIO").path("now").asInt());
        shop.assertStockIsTrue();
    }

    @Test
    void whatComesInOnceIsPromisedOnce() {
        shop.item("LAMP");
        shop.stock("LAMP", "A-1", 5);
        put("/keeping", Map.of("sku", "LAMP", "safety", Map.of("MAIN", 2)));
        expect("INCOMING", 10, 10);
        expect("BACKORDER", 8, 20);
        assertEquals(3, get("/availability?sku=LAMP").path("now").asInt());
        assertEquals(3, onDay(5));
        assertEquals(5, onDay(12));
        assertEquals(5, onDay(30));
        assertEquals("not-enough", reserve(line("LAMP", 4)));
    }

    private void expect(String kind, int units, int days) {
        done(
                "/outlook",
                Map.of(
                        "kind",
                        kind,
                        "sku",
                        "LAMP",
                        "quantity",
                        units,
                        "dueOn",
                        LocalDate.now(ZoneOffset.UTC).plusDays(days).toString()));
    }

    private int onDay(int days) {
        return get("/availability?sku=LAMP&on=" + LocalDate.now(ZoneOffset.UTC).plusDays(days))
                .path("onDay")
                .asInt();
    }

    @Test
    void aChannelShowsItsShareLessItsBufferUpToItsCap() {
        shop.item("RUG");
        shop.stock("RUG", "A-1", 101);
        String channel = shop.channelId();
        String path = "/availability?sku=RUG&channel=" + channel;
        assertEquals(101, get(path).path("shown").asInt());
        put("/channels", Map.of("channelId", channel, "sharePercent", 50, "buffer", 5));
        assertEquals(45, get(path).path("shown").asInt());
        put("/channels", Map.of("channelId", channel, "sku", "RUG", "cap", 7));
        assertEquals(7, get(path).path("shown").asInt());
        put("/channels", Map.of("channelId", channel, "sku", "RUG", "floor", 200));
        assertEquals(0, get(path).path("shown").asInt());
    }

    @Test
    void whatAChannelIsToBeToldIsQueuedWithinFiveSeconds() {
        List.of("CUP", "TEA", "DUO").forEach(shop::item);
        put("/kits", kit("DUO", true));
        put("/channels", Map.of("channelId", shop.channelId(), "buffer", 1));
        shop.stock("CUP", "A-1", 9);
        shop.stock("TEA", "A-1", 8);
        Shop.eventually("queued", () -> shown().equals("CUP=8 DUO=3 TEA=7"));
        assertEquals("reserved", reserve(line("DUO", 2)));
        Shop.eventually("queued again", () -> shown().equals("CUP=6 DUO=1 TEA=3"));
        put("/channels", Map.of("channelId", shop.channelId(), "cap", 2));
        Shop.eventually("queued by the rule", () -> shown().equals("CUP=2 DUO=2 TEA=2"));
    }

    private String shown() {
        return get("/channels/jobs?channel=" + shop.channelId())
                .path("items")
                .valueStream()
                .map(job -> job.path("sku").asText() + "=" + job.path("shown").asInt())
                .collect(Collectors.joining(" "));
    }
}
