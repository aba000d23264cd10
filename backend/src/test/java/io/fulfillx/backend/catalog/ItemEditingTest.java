package io.fulfillx.backend.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.TestBackend;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.imageio.ImageIO;

class ItemEditingTest {
    private final TestBackend.Org org = TestBackend.newOrg();
    private final ApiClient manager = org.as("manager");

    private static Map<String, Object> lamp() {
        return new HashMap<>(Map.of("sku", "LAMP", "title", "Lamp", "weightGrams", 900));
    }

    private String made(Map<String, Object> item) {
        Answer answer = manager.post("/api/v1/items", item);
        assertEquals(201, answer.status(), () -> answer.json().toString());
        return "/api/v1/items/" + answer.json().path("itemId").asText();
    }

    private Answer send(String method, String path, Object body) {
        return manager.send(
                method, path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private JsonNode ok(Answer answer) {
        assertEquals(200, answer.status(), () -> answer.json().toString());
        return answer.json();
    }

    @Test
    void aPatchChangesWhatItNamesAndRemovesWhatIsNull() {
        Map<String, Object> item = lamp();
        item.put("handling", Map.of("fragile", true, "maxTopLoadGrams", 500));
        item.put("customs", Map.of("originCountry", "PT", "hsCode", "940520"));
        String path = made(item);
        Map<String, Object> handling = new HashMap<>();
        handling.put("maxTopLoadGrams", null);
        JsonNode now =
                ok(
                        send(
                                "PATCH",
                                path,
                                Map.of("version", 1, "title", "Desk lamp", "handling", handling)));
        assertEquals("Desk lamp", now.path("title").asText());
        assertEquals("{\"fragile\":true}", now.path("handling").toString());
        assertEquals("PT", now.at("/customs/originCountry").asText());
        assertEquals(2, now.path("version").asInt());
    }

    @Test
    void whoChangesAnOldVersionIsToldWhatOthersChanged() {
        String path = made(lamp());
        ok(send("PATCH", path, Map.of("version", 1, "weightGrams", 950)));
        Map<String, Object> stale = lamp();
        stale.put("version", 1);
        Answer refused = send("PUT", path, stale);
        assertEquals("conflict", refused.code());
        assertEquals(
                "The item is at version 2. Changed since version 1: weightGrams.",
                refused.json().path("detail").asText());
        assertEquals(950, ok(manager.get(path)).path("weightGrams").asInt());
    }

    @Test
    void everyChangeIsKeptWithWhoAndFromWhatToWhat() {
        String path = made(lamp());
        ok(send("PATCH", path, Map.of("version", 1, "title", "Desk lamp")));
        ok(send("POST", path + "/archive", Map.of()));
        ok(send("POST", path + "/archive", Map.of()));
        JsonNode history = ok(manager.get(path + "/history?limit=2")).path("items");
        assertEquals("ARCHIVED", history.at("/0/what").asText());
        assertEquals("Lamp", history.at("/1/changes/title/from").asText());
        assertEquals("Desk lamp", history.at("/1/changes/title/to").asText());
        JsonNode rest = ok(manager.get(path + "/history?cursor=2"));
        assertEquals("CREATED", rest.at("/items/0/what").asText());
    }

    @Test
    void anArchivedItemLeavesTheListAndComesBack() {
        String path = made(lamp());
        ok(send("POST", path + "/archive", Map.of()));
        assertEquals(0, ok(manager.get("/api/v1/items?query=LAMP")).path("items").size());
        assertEquals(1, ok(manager.get("/api/v1/items?archived=true")).path("items").size());
        ok(send("POST", path + "/unarchive", Map.of()));
        assertEquals(1, ok(manager.get("/api/v1/items?query=LAMP")).path("items").size());
    }

    @Test
    void aMistypedGtinIsRefusedAndItsRightDigitNamed() {
        Map<String, Object> item = lamp();
        item.put("barcodes", List.of("4006381333932"));
        JsonNode refused = manager.post("/api/v1/items", item).json();
        assertEquals("/barcodes/0", refused.path("pointer").asText());
        assertEquals(
                "The last digit of this GTIN should be 1, not 2: it is mistyped or misread.",
                refused.path("detail").asText());
    }

    @Test
    void theBarcodeOfACaseIsNoBarcodeOfTheUnit() {
        Map<String, Object> item = lamp();
        item.put("barcodes", List.of("4006381333931"));
        item.put(
                "packBarcodes",
                List.of(Map.of("barcode", "14006381333938", "uom", "CASE", "units", 12)));
        JsonNode made = manager.post("/api/v1/items", item).json();
        assertEquals(
                "[{\"barcode\":\"14006381333938\",\"uom\":\"CASE\",\"units\":12}]",
                made.path("packBarcodes").toString());
        assertEquals(
                "[\"04006381333931\",\"4006381333931\",\"LAMP\"]",
                made.path("barcodes").toString());
        assertEquals(1, ok(manager.get("/api/v1/items?query=14006381333938")).path("items").size());
        item.put("sku", "OTHER");
        assertEquals("conflict", manager.post("/api/v1/items", item).code());
    }

    @Test
    void aBatteryHasTheNumberOfItsKind() {
        Map<String, Object> item = lamp();
        item.put("hazmat", Map.of("lithium", "ION_IN_EQUIPMENT"));
        JsonNode made = manager.post("/api/v1/items", item).json();
        assertEquals("UN3481", made.at("/hazmat/unNumber").asText());
        assertEquals("9", made.at("/hazmat/hazardClass").asText());
        item.put("sku", "WRONG");
        item.put("hazmat", Map.of("lithium", "METAL_ALONE", "unNumber", "UN3481"));
        assertEquals(
                "/hazmat/unNumber",
                manager.post("/api/v1/items", item).json().path("pointer").asText());
    }

    @Test
    void aCartonOutOfUseIsNotPackedIntoAnyMore() {
        Map<String, Object> tube = new HashMap<>();
        tube.put("code", "TUBE");
        tube.put("name", "Tube");
        tube.put("lengthMm", 900);
        tube.put("widthMm", 80);
        tube.put("heightMm", 80);
        tube.put("tareGrams", 120);
        tube.put("maxGrams", 3000);
        assertEquals(201, manager.post("/api/v1/cartons", tube).status());
        assertEquals(5, inUse());
        tube.put("outerLengthMm", 800);
        tube.put("outerWidthMm", 80);
        tube.put("outerHeightMm", 80);
        assertEquals(
                "/outerLengthMm",
                send("PUT", "/api/v1/cartons", tube).json().path("pointer").asText());
        tube.put("outerLengthMm", 910);
        assertEquals(910, ok(send("PUT", "/api/v1/cartons", tube)).path("outerLengthMm").asInt());
        ok(send("POST", "/api/v1/cartons/archive", Map.of("code", "TUBE")));
        assertEquals(4, inUse());
    }

    private int inUse() {
        var assembly = TestBackend.assembly();
        return assembly.foundation()
                .transactions()
                .inOrg(org.id(), tx -> assembly.catalog().cartons(tx).size());
    }

    @Test
    void aPictureIsKeptAsItIsAndShownSmall() throws IOException {
        String path = made(lamp()) + "/images";
        BufferedImage drawing = new BufferedImage(1000, 500, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(drawing, "jpg", out);
        Answer added = send("POST", path, out.toByteArray());
        assertEquals(201, added.status());
        assertEquals(1000, added.json().path("widthPx").asInt());
        String picture = path + "/" + added.json().path("imageId").asText();
        Answer whole = manager.get(picture);
        assertEquals("image/jpeg", whole.mediaType());
        assertArrayEquals(out.toByteArray(), whole.body());
        Answer small = manager.get(picture + "?small=true");
        assertEquals("image/png", small.mediaType());
        assertEquals(160, ImageIO.read(new java.io.ByteArrayInputStream(small.body())).getWidth());
        ok(send("POST", picture + "/remove", Map.of()));
        assertEquals(404, manager.get(picture).status());
    }

    @Test
    void whatIsNoPictureIsRefused() {
        String path = made(lamp()) + "/images";
        byte[] page = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);
        assertEquals("invalid", send("POST", path, page).code());
        byte[] broken = new byte[100];
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        System.arraycopy(head, 0, broken, 0, head.length);
        assertEquals("invalid", send("POST", path, broken).code());
    }

    @Test
    void aTableAddsAndChangesItemsAndReportsTheRowsThatAreWrong() {
        made(lamp());
        String table =
                """
                sku,title,weightGrams,packBarcodes,customsDescription
                LAMP,"Lamp, new",950,CASE:6:14006381333938,
                MUG,Mug,300,,"Cup ""for"" tea"
                BAD,,10,,
                BOWL,Bowl,heavy,,
                CUP,Cup,10,BOX:4:14006381333938,
                """;
        byte[] csv = table.getBytes(StandardCharsets.UTF_8);
        JsonNode trial = ok(send("POST", "/api/v1/catalog/import?dryRun=true", csv));
        assertEquals(1, trial.path("created").asInt());
        assertEquals(1, ok(manager.get("/api/v1/items")).path("items").size());
        JsonNode done = ok(send("POST", "/api/v1/catalog/import", csv));
        assertEquals(1, done.path("created").asInt());
        assertEquals(1, done.path("changed").asInt());
        assertEquals(3, done.path("failed").asInt());
        assertEquals(
                "[\"BAD\", \"BOWL\", \"CUP\"]",
                done.path("errors").valueStream().map(e -> e.path("sku")).toList().toString());
        assertEquals(4, done.at("/errors/0/line").asInt());
        assertEquals("title", done.at("/errors/0/column").asText());
        assertEquals("weightGrams", done.at("/errors/1/column").asText());
        assertEquals("packBarcodes", done.at("/errors/2/column").asText());
        JsonNode again = ok(send("POST", "/api/v1/catalog/import", csv));
        assertEquals(2, again.path("unchanged").asInt());
    }

    @Test
    void whatIsExportedIsUnchangedWhenItIsImportedAgain() {
        Map<String, Object> item = lamp();
        item.put("barcodes", List.of("4006381333931"));
        item.put("unitCost", Map.of("minor", 1250, "currency", "EUR"));
        item.put("hazmat", Map.of("lithium", "ION_ALONE"));
        made(item);
        made(new HashMap<>(Map.of("sku", "=CUP", "title", "Cup, \"blue\"")));
        byte[] csv = manager.get("/api/v1/catalog/export").body();
        String text = new String(csv, StandardCharsets.UTF_8);
        assertTrue(text.contains("\"Cup, \"\"blue\"\"\""), text);
        JsonNode again = ok(send("POST", "/api/v1/catalog/import", csv));
        assertEquals(2, again.path("unchanged").asInt(), again::toString);
    }
}
