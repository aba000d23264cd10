package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.channels.shopify.ShopifySignature;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ItemDamaged;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;
import io.fulfillx.model.sync.StationCommand.PickShort;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls every route that takes an id, in the path, the query or the body, with the real ids of
 * another organisation and with ids that nobody has. Both answers must be the same bytes, or the
 * difference would tell what others have.
 */
class TwoOrganizationsTest {
    /** Every path parameter of the API is an id and is named so. */
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z][A-Za-z]*Id)}");

    private static final String CORRELATION = "two-organizations";

    private final Floor ours = new Floor(TestBackend.assembly());
    private final Floor theirs = new Floor(TestBackend.assembly());
    private final ApiClient anybody = new ApiClient(TestBackend.assembly().port(), "");

    /** Their ids by the names that paths and queries use for them. */
    private final Map<String, String> real = new LinkedHashMap<>();

    /** A request without its ids: {@code {orderId}} stands for one. */
    private record Probe(Route route, String path, String body) {}

    TwoOrganizationsTest() {
        theirs.item("MUG", 300, 100);
        ours.item("MUG", 300, 100);
        OrderId order = theirs.order("MUG", 1);
        OrderId next = theirs.order("MUG", 2);
        String wave = theirs.wave();
        real.put("orgId", theirs.org().toString());
        real.put("channelId", theirs.channelId());
        real.put("stationId", theirs.stationId().toString());
        real.put("orderId", order.toString());
        real.put("lineId", theirs.line(order).toString());
        real.put("parcelId", theirs.parcel(order).toString());
        real.put("waveId", wave);
        real.put("holdId", hold(order));
        real.put("discrepancyId", discrepancy(next));
        real.put("deadLetterId", deadLetter());
        real.put("outboxId", outboxRow());
        String printer = printer();
        real.put("printerId", printer);
        batch(printer);
        stockWork();
        deskWork(order, next);
        flow(next);
        catalogWork();
    }

    /** Something of each kind that people at a desk leave on orders. */
    private void deskWork(OrderId order, OrderId next) {
        real.put("otherOrderId", next.toString());
        var _ = theirs.created("/orders/" + order + "/notes", Map.of("text", "Ask @admin."));
        String notes = "/orders/" + order + "/notes";
        real.put("noteId", theirs.get(notes).at("/items/0/noteId").asText());
        real.put("mentionId", theirs.get("/inbox").at("/items/0/mentionId").asText());
        Map<String, Object> job =
                Map.of(
                        "action",
                        Map.of("kind", "TAG", "tags", List.of("vip")),
                        "orderIds",
                        List.of(order.toString()));
        real.put("bulkJobId", theirs.created("/bulk-jobs", job).path("bulkJobId").asText());
        real.put(
                "importId",
                theirs.created("/order-imports", Map.of("name", "old.csv"))
                        .path("importId")
                        .asText());
    }

    private void catalogWork() {
        String item = theirs.get("/items?query=MUG").at("/items/0/itemId").asText();
        real.put("itemId", item);
        Answer added = theirs.admin().post("/api/v1/items/" + item + "/images", Pictures.png());
        real.put("imageId", added.json().path("imageId").asText());
    }

    /** A part of an order, a hold on an item, and a task that follows a cancel. */
    private void flow(OrderId packed) {
        real.put(
                "fulfillmentOrderId",
                theirs.get("/orders/" + real.get("orderId") + "/fulfillment-orders")
                        .at("/items/0/fulfillmentOrderId")
                        .asText());
        theirs.item("CUP", 300, 1);
        real.put(
                "stockHoldId",
                theirs.created("/stock-holds", Map.of("sku", "CUP", "reason", "Ask."))
                        .path("stockHoldId")
                        .asText());
        theirs.created("/orders/" + packed + "/cancel", Map.of("reason", "Changed my mind."));
        real.put("orderTaskId", theirs.get("/order-tasks").at("/items/0/orderTaskId").asText());
    }

    /** Something of each kind that is done to stock in several steps. */
    private void stockWork() {
        Map<String, Object> place = Map.of("sku", "MUG", "location", shelf());
        real.put("countId", theirs.created("/stock/counts", place).path("countId").asText());
        real.put("eventId", theirs.get("/stock/ledger?sku=MUG").at("/items/0/eventId").asText());
        Map<String, Object> correction = new LinkedHashMap<>(place);
        correction.put("delta", 101);
        correction.put("reasonCode", "FOUND");
        real.put(
                "adjustmentId",
                theirs.created("/stock/adjustments", correction).path("adjustmentId").asText());
        Map<String, Object> incoming =
                Map.of("kind", "INCOMING", "sku", "MUG", "quantity", 5, "dueOn", "2099-01-01");
        real.put(
                "outlookId", theirs.created("/stock/outlook", incoming).path("outlookId").asText());
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
        var _ = theirs.created("/stock/movements", put);
        Map<String, Object> sending =
                Map.of("sku", "MUG", "fromLocation", shelf(), "toLocation", "FAR", "quantity", 2);
        real.put(
                "transferId",
                theirs.created("/stock/transfers", sending).path("transferId").asText());
    }

    private String shelf() {
        return theirs.get("/stock?sku=MUG").at("/items/0/locations/0/location").asText();
    }

    /** Nothing listens there, so its labels wait. */
    private String printer() {
        Map<String, String> wish = Map.of("name", "Zebra", "address", "tcp://127.0.0.1:9109");
        return theirs.created("/printers", wish).path("printerId").asText();
    }

    private void batch(String printer) {
        String started =
                theirs.created(
                                "/waves/" + real.get("waveId") + "/print-batches",
                                Map.of("printerIds", List.of(printer)))
                        .path("printBatchId")
                        .asText();
        real.put("printBatchId", started);
        real.put(
                "printLabelId",
                theirs.get("/print-batches/" + started + "/labels")
                        .at("/items/0/printLabelId")
                        .asText());
    }

    private String hold(OrderId order) {
        theirs.created("/orders/" + order + "/holds", Map.of("reason", "Ask."));
        return theirs.get("/orders/" + order).at("/holds/0/holdId").asText();
    }

    private String discrepancy(OrderId order) {
        var _ = theirs.send(theirs.packed(order), theirs.packed(order));
        return theirs.get("/discrepancies").at("/items/0/discrepancyId").asText();
    }

    private String deadLetter() {
        byte[] body = "{\"line_items\":7}".getBytes(StandardCharsets.UTF_8);
        var _ =
                anybody.send(
                        "POST",
                        "/webhooks/shopify/" + theirs.org() + "/" + theirs.channelId(),
                        body,
                        signed(body));
        return theirs.get("/channels/dead-letters").at("/items/0/deadLetterId").asText();
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
                        theirs.org(),
                        tx ->
                                tx.sql(
                                                "select outbox_id from outbox where org_id = :org"
                                                        + " order by outbox_id limit 1")
                                        .get(row -> row.uuid("outbox_id").toString()));
    }

    @Test
    void theirIdsAreAnsweredLikeIdsThatNobodyHas() {
        real.forEach((name, id) -> assertEquals(36, id.length(), name));
        List<String> differing = new ArrayList<>();
        int probed = 0;
        for (Probe probe : probes()) {
            Map<String, String> unknown = unknown();
            String foreign = answer(ours, probe, real);
            String nobodys = answer(ours, probe, unknown);
            probed++;
            if (!foreign.equals(nobodys)) {
                differing.add(probe + "\n  theirs: " + foreign + "\n  nobody's: " + nobodys);
            }
        }
        assertEquals(List.of(), differing);
        assertTrue(probed > 25, "only " + probed);
    }

    private Map<String, String> unknown() {
        Map<String, String> unknown = new LinkedHashMap<>();
        real.keySet().forEach(name -> unknown.put(name, UUID.randomUUID().toString()));
        return unknown;
    }

    /** Without this, calls that fail for another reason would let the test above pass. */
    @Test
    void theOwnersAreToldMoreByTheSameCalls() {
        long telling =
                probes().stream()
                        .filter(
                                probe ->
                                        !answer(theirs, probe, real)
                                                .equals(answer(theirs, probe, unknown())))
                        .count();
        assertTrue(telling >= 20, "only " + telling);
    }

    @Test
    void nothingOfThemChangedWhenTheyWereCalled() {
        String before = theirs.get("/orders/" + real.get("orderId")).toString();
        probes().forEach(probe -> answer(ours, probe, real));
        assertEquals(before, theirs.get("/orders/" + real.get("orderId")).toString());
        assertEquals(1, theirs.get("/discrepancies").path("items").size());
        assertEquals(2, theirs.get("/shipments").path("items").size());
    }

    private List<Probe> probes() {
        List<Probe> probes = new ArrayList<>();
        Map<String, Route> routes = new LinkedHashMap<>();
        for (Feature feature : TestBackend.assembly().features()) {
            for (Route route : feature.routes()) {
                routes.put(route.method() + " " + route.path(), route);
                if (PARAMETER.matcher(route.path()).find()) {
                    probes.add(probe(route, route.path(), "{}"));
                    bodies(route).forEach(body -> probes.add(probe(route, route.path(), body)));
                }
            }
        }
        idsElsewhere()
                .forEach(
                        (request, body) -> {
                            Route route = named(routes, request.replaceAll("\\?.*", ""));
                            probes.add(probe(route, request.replaceAll("^[A-Z]+ ", ""), body));
                        });
        // A hold of theirs on an order of ours.
        Route release = named(routes, "POST /api/v1/orders/{orderId}/holds/{holdId}/release");
        OrderId own = ours.order("MUG", 1);
        probes.add(probe(release, release.path().replace("{orderId}", own.toString()), "{}"));
        return probes;
    }

    private static Route named(Map<String, Route> routes, String name) {
        return Optional.ofNullable(routes.get(name)).orElseThrow();
    }

    private static Probe probe(Route route, String path, String body) {
        return new Probe(route, path, body);
    }

    /** Bodies that come past the checks of their form, for routes that check it first. */
    private static List<String> bodies(Route route) {
        String path = route.path();
        if (path.endsWith("/split") || path.endsWith("/cancel-lines")) {
            return List.of(
                    "{\"lines\":[{\"lineId\":\"{lineId}\",\"quantity\":1}],\"reason\":\"Look.\"}");
        } else if (path.endsWith("/merge")) {
            return List.of("{\"fulfillmentOrderId\":\"{fulfillmentOrderId}\"}");
        } else if (path.endsWith("/fulfillment-orders/{fulfillmentOrderId}/move")) {
            return List.of("{\"warehouse\":\"MAIN\"}");
        } else if (path.endsWith("/schedule")) {
            return List.of("{\"fulfillAt\":\"2999-01-01T00:00:00Z\"}");
        } else if (path.endsWith("/address")) {
            return List.of(
                    "{\"shipTo\":{\"name\":\"A\",\"line1\":\"B\",\"city\":\"C\","
                            + "\"countryCode\":\"US\"},\"reason\":\"Look.\"}");
        } else if (path.endsWith("/quantity")) {
            return List.of("{\"quantity\":9,\"reason\":\"Look.\"}");
        } else if (path.endsWith("/backorder-policy")) {
            return List.of("{\"policy\":\"ASK\",\"reason\":\"Look.\"}");
        } else if (path.endsWith("/cancel/confirm")) {
            return List.of("{\"reason\":\"Look.\"}");
        } else if (path.endsWith("/journey")) {
            return List.of("{\"event\":\"HAND_OVER\"}");
        } else if (path.endsWith("/notes") || path.endsWith("/notes/{noteId}")) {
            return List.of("{\"text\":\"Look.\"}");
        } else if (path.endsWith("/tags")) {
            return List.of("{\"add\":[\"vip\"]}");
        } else if (path.endsWith("/cancel-newer")) {
            return List.of("{\"reason\":\"Look.\"}");
        } else if (path.endsWith("/holds") || path.endsWith("/cancel")) {
            return List.of("{\"reason\":\"Look.\"}");
        } else if (path.endsWith("/resolve")) {
            return List.of("{\"resolution\":\"NOTED\"}", "{\"resolution\":\"SHIP_ANYWAY\"}");
        } else if (path.endsWith("/waves/{waveId}/print-batches")) {
            return List.of("{\"printerIds\":[\"{printerId}\"]}");
        } else if (path.endsWith("/move")) {
            return List.of("{\"fromPrinterId\":\"{printerId}\",\"toPrinterId\":\"{printerId}\"}");
        } else if (path.endsWith("/reprint")) {
            return List.of("{\"reason\":\"Look.\"}");
        } else if (path.endsWith("/reverse") || path.endsWith("/close")) {
            return List.of("{\"reason\":\"Look.\"}");
        } else if (path.endsWith("/result")) {
            return List.of("{\"counted\":1}");
        } else if (path.endsWith("/receive")) {
            return List.of("{\"quantity\":1}");
        } else if (path.endsWith("/items/{itemId}")) {
            return List.of("{\"version\":1,\"sku\":\"X\",\"title\":\"X\"}");
        } else if (path.endsWith("/confirm")) {
            return List.of("{\"cameOut\":true}");
        } else if (path.endsWith("/printers/{printerId}")) {
            return List.of("{\"name\":\"X\",\"address\":\"tcp://10.0.0.7:9100\"}");
        } else if (path.endsWith("/orders/import")) {
            return List.of(Json.text(PaidOrder.of(1, Map.of("MUG", 1))));
        }
        return List.of();
    }

    /** Requests whose ids stand in the query or in the body. */
    private Map<String, String> idsElsewhere() {
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("GET /api/v1/shipments?orderId={orderId}", "");
        requests.put("GET /api/v1/orders?channel={channelId}", "");
        requests.put("GET /api/v1/print-batches?waveId={waveId}", "");
        requests.put("POST /api/v1/waves", "{\"stationId\":\"{stationId}\",\"maxOrders\":5}");
        requests.put(
                "POST /api/v1/reservations",
                "{\"orderId\":\"{orderId}\",\"lines\":[{\"lineId\":\"{lineId}\","
                        + "\"sku\":\"MUG\",\"quantity\":1}]}");
        requests.put(
                "POST /api/v1/auth/station",
                "{\"organization\":\"%s\",\"stationId\":\"{stationId}\",\"secret\":\"x\"}"
                        .formatted(ours.slug()));
        requests.put("POST /api/v1/sync/commands", "");
        return requests;
    }

    /** A batch of every kind of act on their parcel, in a journal of its own. */
    private String batch(Map<String, String> ids) {
        List<CommandEnvelope> rows = new ArrayList<>();
        for (var command : everyCommand(filled("{parcelId}", ids), filled("{lineId}", ids))) {
            rows.add(ours.envelope(rows.size() + 1, command));
        }
        return Json.text(new CommandBatch(UUID.randomUUID().toString(), rows));
    }

    /** One act of each kind. */
    private static List<StationCommand> everyCommand(String parcelId, String lineId) {
        ParcelId parcel = ParcelId.of(parcelId);
        OrderLineId line = OrderLineId.of(lineId);
        Quantity one = new Quantity(1);
        TrackingNumber number = new TrackingNumber("FX0000000000017");
        return List.of(
                new PickConfirmed(parcel, line, one, "T1"),
                new PickShort(parcel, line, one),
                new ItemDamaged(parcel, line, one),
                new LabelPrinted(parcel, number, "zebra", 1, "device-counter"),
                new ParcelPacked(parcel, number, "S", new Weight(500)),
                new ParcelSetAside(parcel, "wet"));
    }

    /** Status and body, with each id that was sent replaced by its name. */
    private String answer(Floor caller, Probe probe, Map<String, String> ids) {
        String body =
                probe.path().endsWith("/sync/commands") ? batch(ids) : filled(probe.body(), ids);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        headers.put("X-Correlation-Id", CORRELATION);
        boolean byStation = probe.route().access().equals(Roles.STATIONS);
        Answer answer =
                (byStation ? caller.station() : caller.admin())
                        .send(
                                probe.route().method(),
                                filled(probe.path(), ids),
                                body.getBytes(StandardCharsets.UTF_8),
                                headers);
        String text = answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            text = text.replace(id.getValue(), "{" + id.getKey() + "}");
        }
        return text;
    }

    private static String filled(String template, Map<String, String> ids) {
        Matcher matcher = PARAMETER.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String id = ids.get(matcher.group(1));
            assertNotNull(id, "this test has no " + matcher.group() + " of the others");
            matcher.appendReplacement(text, id);
        }
        return matcher.appendTail(text).toString();
    }
}
