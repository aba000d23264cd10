package io.fulfillx.backend.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.TestBackend;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class CatalogTest {
    private final TestBackend.Org org = TestBackend.newOrg();
    private final ApiClient manager = org.as("manager");

    private static Map<String, Object> mug(List<String> barcodes) {
        Map<String, Object> mug = new HashMap<>();
        mug.put("sku", "MUG");
        mug.put("title", "Mug");
        mug.put("barcodes", barcodes);
        mug.put("weightGrams", 300);
        mug.put("lengthMm", 100);
        mug.put("widthMm", 90);
        mug.put("heightMm", 80);
        mug.put("location", "A-01-1");
        return mug;
    }

    @Test
    void anItemAnswersToItsSkuItsBarcodesAndItsGtinInFourteenDigits() {
        Answer made = manager.post("/api/v1/items", mug(List.of("4006381333931")));
        assertEquals(201, made.status());
        assertEquals(
                "[\"04006381333931\",\"4006381333931\",\"MUG\"]",
                made.json().path("barcodes").toString());
        assertEquals("A-01-1", made.json().path("location").asText());
    }

    @Test
    void theSameItemAgainIsFineAndAnotherOneIsAConflict() {
        Answer first = manager.post("/api/v1/items", mug(List.of("X1")));
        Answer again = manager.post("/api/v1/items", mug(List.of("X1")));
        assertEquals(201, again.status());
        assertEquals(first.json(), again.json());
        Map<String, Object> heavier = mug(List.of("X1"));
        heavier.put("weightGrams", 301);
        assertEquals(409, manager.post("/api/v1/items", heavier).status());
        Answer taken =
                manager.post(
                        "/api/v1/items",
                        Map.of("sku", "CUP", "title", "Cup", "barcodes", List.of("X1")));
        assertEquals(409, taken.status());
        assertEquals("/barcodes", taken.json().path("pointer").asText());
        assertEquals(1, manager.get("/api/v1/items").json().path("items").size());
    }

    @Test
    void itemsAreFoundByPartOfTheirNameOrTheirWholeBarcode() {
        var _ = manager.post("/api/v1/items", mug(List.of("4006381333931")));
        var _ = manager.post("/api/v1/items", Map.of("sku", "CUP", "title", "A 100% cup"));
        assertEquals(1, size("query=mu"));
        assertEquals(1, size("query=04006381333931"));
        assertEquals(0, size("query=0400638"));
        assertEquals(1, size("query=100%25"));
        assertEquals(2, size("limit=10"));
        String cursor = manager.get("/api/v1/items?limit=1").json().path("nextCursor").asText();
        assertEquals(1, size("limit=1&cursor=" + cursor));
    }

    private int size(String query) {
        return manager.get("/api/v1/items?" + query).json().path("items").size();
    }

    @Test
    void aFieldThatIsWrongIsNamed() {
        Map<String, Object> bad = mug(List.of());
        bad.put("lengthMm", 0);
        assertEquals(
                "/lengthMm", manager.post("/api/v1/items", bad).json().path("pointer").asText());
        bad = mug(List.of());
        bad.put("weightGrams", -1);
        assertEquals(
                "/weightGrams", manager.post("/api/v1/items", bad).json().path("pointer").asText());
        bad = mug(List.of("ok", " "));
        assertEquals(
                "/barcodes/1", manager.post("/api/v1/items", bad).json().path("pointer").asText());
    }

    @Test
    void anItemThatReadsLikeACommandIsRefused() {
        assertEquals(
                "/barcodes/0",
                manager.post("/api/v1/items", mug(List.of("FXCCONFIRM")))
                        .json()
                        .path("pointer")
                        .asText());
        Map<String, Object> tote = mug(List.of());
        tote.put("sku", "FXT17");
        assertEquals("/sku", manager.post("/api/v1/items", tote).json().path("pointer").asText());
    }
}
