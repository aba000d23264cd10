package io.fulfillx.backend.server;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.channels.shopify.ShopifySignature;
import io.fulfillx.model.id.OrderId;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An organisation that has one thing of every kind whose id a path or a query can carry. */
final class OtherOrganization {
    private final Floor floor = new Floor(TestBackend.assembly());
    private final ApiClient anybody = new ApiClient(TestBackend.assembly().port(), "");
    private final Map<String, String> ids = new LinkedHashMap<>();

    OtherOrganization() {
        floor.item("MUG", 300, 100);
        OrderId order = floor.order("MUG", 1);
        OrderId next = floor.order("MUG", 2);
        String wave = floor.wave();
        ids.put("orgId", floor.org().toString());
        ids.put("channelId", floor.channelId());
        ids.put("operatorId", floor.operator().toString());
        ids.put("stationId", floor.stationId().toString());
        ids.put("orderId", order.toString());
        ids.put("lineId", floor.line(order).toString());
        ids.put("parcelId", floor.parcel(order).toString());
        ids.put("waveId", wave);
        ids.put("holdId", hold(order));
        ids.put("discrepancyId", discrepancy(next));
        ids.put("deadLetterId", deadLetter());
        ids.put("outboxId", outboxRow());
        String printer = printer();
        ids.put("printerId", printer);
        batch(printer);
        stockWork();
        deskWork(order, next);
        flow(next);
        catalogWork();
    }

    /** The people and the stations of this organisation. */
    Floor floor() {
        return floor;
    }

    /** The ids by the names that paths and queries use for them. */
    Map<String, String> ids() {
        return Collections.unmodifiableMap(ids);
    }

    /** Something of each kind that people at a desk leave on orders. */
    private void deskWork(OrderId order, OrderId next) {
        ids.put("otherOrderId", next.toString());
        var _ = floor.created("/orders/" + order + "/notes", Map.of("text", "Ask @admin."));
        String notes = "/orders/" + order + "/notes";
        ids.put("noteId", floor.get(notes).at("/items/0/noteId").asText());
        String words = "/api/v1/orders/" + order + "/attachments?name=words.txt";
        Answer attached = floor.admin().post(words, "Leave it at the door.");
        ids.put("attachmentId", attached.json().path("attachmentId").asText());
        Map<String, Object> gifts =
                Map.of("name", "Gifts", "filter", Map.of("search", "tag:gift"), "shared", true);
        ids.put("filterId", floor.created("/saved-filters", gifts).path("filterId").asText());
        ids.put("mentionId", floor.get("/inbox").at("/items/0/mentionId").asText());
        Map<String, Object> job =
                Map.of(
                        "action",
                        Map.of("kind", "TAG", "tags", List.of("vip")),
                        "orderIds",
                        List.of(order.toString()));
        String bulk = floor.created("/bulk-jobs", job).path("bulkJobId").asText();
        Floor.await(() -> floor.get("/bulk-jobs/" + bulk).path("state").asText().equals("DONE"));
        ids.put("bulkJobId", bulk);
        ids.put(
                "importId",
                floor.created("/order-imports", Map.of("name", "old.csv"))
                        .path("importId")
                        .asText());
    }

    private void catalogWork() {
        String item = floor.get("/items?query=MUG").at("/items/0/itemId").asText();
        ids.put("itemId", item);
        Answer added = floor.admin().post("/api/v1/items/" + item + "/images", Pictures.png());
        ids.put("imageId", added.json().path("imageId").asText());
    }

    /** A part of an order, a hold on an item, and a task that follows a cancel. */
    private void flow(OrderId packed) {
        ids.put(
                "fulfillmentOrderId",
                floor.get("/orders/" + ids.get("orderId") + "/fulfillment-orders")
                        .at("/items/0/fulfillmentOrderId")
                        .asText());
        floor.item("CUP", 300, 1);
        ids.put(
                "stockHoldId",
                floor.created("/stock-holds", Map.of("sku", "CUP", "reason", "Ask."))
                        .path("stockHoldId")
                        .asText());
        floor.created("/orders/" + packed + "/cancel", Map.of("reason", "Changed my mind."));
        ids.put("orderTaskId", floor.get("/order-tasks").at("/items/0/orderTaskId").asText());
    }

    /** Something of each kind that is done to stock in several steps. */
    private void stockWork() {
        Map<String, Object> place = Map.of("sku", "MUG", "location", shelf());
        ids.put("countId", floor.created("/stock/counts", place).path("countId").asText());
        ids.put("eventId", floor.get("/stock/ledger?sku=MUG").at("/items/0/eventId").asText());
        Map<String, Object> correction = new LinkedHashMap<>(place);
        correction.put("delta", 101);
        correction.put("reasonCode", "FOUND");
        ids.put(
                "adjustmentId",
                floor.created("/stock/adjustments", correction).path("adjustmentId").asText());
        Map<String, Object> incoming =
                Map.of("kind", "INCOMING", "sku", "MUG", "quantity", 5, "dueOn", "2099-01-01");
        ids.put("outlookId", floor.created("/stock/outlook", incoming).path("outlookId").asText());
        Map<String, Object> put =
                Map.of(
                        "kind",
                        "PUT_AWAY",
                        "sku",
                        "MUG",
                        "location",
                        shelf(),
                        "toLocation",
                        "FAR",
                        "quantity",
                        1);
        var _ = floor.created("/stock/movements", put);
        Map<String, Object> sending =
                Map.of("sku", "MUG", "fromLocation", shelf(), "toLocation", "FAR", "quantity", 2);
        ids.put(
                "transferId",
                floor.created("/stock/transfers", sending).path("transferId").asText());
    }

    private String shelf() {
        return floor.get("/stock?sku=MUG").at("/items/0/locations/0/location").asText();
    }

    /** Nothing listens there, so its labels wait. */
    private String printer() {
        Map<String, String> wish = Map.of("name", "Zebra", "address", "tcp://127.0.0.1:9109");
        return floor.created("/printers", wish).path("printerId").asText();
    }

    private void batch(String printer) {
        String started =
                floor.created(
                                "/waves/" + ids.get("waveId") + "/print-batches",
                                Map.of("printerIds", List.of(printer)))
                        .path("printBatchId")
                        .asText();
        ids.put("printBatchId", started);
        ids.put(
                "printLabelId",
                floor.get("/print-batches/" + started + "/labels")
                        .at("/items/0/printLabelId")
                        .asText());
    }

    private String hold(OrderId order) {
        floor.created("/orders/" + order + "/holds", Map.of("reason", "Ask."));
        return floor.get("/orders/" + order).at("/holds/0/holdId").asText();
    }

    private String discrepancy(OrderId order) {
        var _ = floor.send(floor.packed(order), floor.packed(order));
        return floor.get("/discrepancies").at("/items/0/discrepancyId").asText();
    }

    private String deadLetter() {
        byte[] body = "{\"line_items\":7}".getBytes(StandardCharsets.UTF_8);
        var _ =
                anybody.send(
                        "POST",
                        "/webhooks/shopify/" + floor.org() + "/" + floor.channelId(),
                        body,
                        signed(body));
        return floor.get("/channels/dead-letters").at("/items/0/deadLetterId").asText();
    }

    private static Map<String, String> signed(byte[] body) {
        return Map.of(
                "X-Shopify-Topic",
                "orders/create",
                "X-Shopify-Hmac-Sha256",
                ShopifySignature.sign(body, Floor.WEBHOOK_SECRET));
    }

    private String outboxRow() {
        return TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(
                        floor.org(),
                        tx ->
                                tx.sql(
                                                "select outbox_id from outbox where org_id = :org"
                                                        + " order by outbox_id limit 1")
                                        .get(row -> row.uuid("outbox_id").toString()));
    }
}
