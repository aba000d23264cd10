package io.fulfillx.backend.orders.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class BulkTest {
    private final Shop shop = Shop.open();

    private List<String> orders(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            byte[] order = Json.bytes(PaidOrder.of(i, Map.of("MUG", i)));
            ids.add(shop.deliver(order).json().path("orderId").asText());
        }
        return ids;
    }

    private JsonNode start(Object body) {
        Answer answer = shop.manager().post("/api/v1/bulk-jobs", body);
        assertEquals(202, answer.status(), () -> answer.json().toString());
        return answer.json();
    }

    private JsonNode job(String id) {
        return shop.manager().get("/api/v1/bulk-jobs/" + id).json();
    }

    private JsonNode ended(JsonNode started) {
        String id = started.path("bulkJobId").asText();
        Shop.eventually("done", () -> !job(id).path("state").asText().equals("RUNNING"));
        return job(id);
    }

    private static void assertCounts(int done, int unchanged, int failed, JsonNode job) {
        assertEquals(
                List.of(done, unchanged, failed),
                List.of(
                        job.path("done").asInt(),
                        job.path("unchanged").asInt(),
                        job.path("failed").asInt()),
                job.toString());
    }

    private List<String> tags(String id) {
        return shop.order(id).path("tags").valueStream().map(JsonNode::asText).toList();
    }

    @Test
    void eachOrderIsDoneOnceAndFailuresSayWhy() {
        List<String> ids = orders(3);
        String unknown = UUID.randomUUID().toString();
        assertEquals(
                200,
                shop.manager()
                        .post("/api/v1/orders/" + ids.get(1) + "/cancel", Map.of("reason", "x"))
                        .status());
        JsonNode job =
                ended(
                        start(
                                Map.of(
                                        "action",
                                        Map.of("kind", "HOLD", "reason", "Recall."),
                                        "orderIds",
                                        List.of(
                                                ids.get(0),
                                                ids.get(1),
                                                ids.get(2),
                                                ids.get(0),
                                                unknown))));
        assertEquals(4, job.path("total").asInt());
        assertCounts(2, 0, 2, job);
        JsonNode failures =
                shop.manager()
                        .get("/api/v1/bulk-jobs/" + job.path("bulkJobId").asText() + "/failures")
                        .json()
                        .path("items");
        assertEquals("not-allowed-now", failures.at("/0/code").asText());
        assertEquals(ids.get(1), failures.at("/0/orderId").asText());
        assertEquals("There is no such order.", failures.at("/1/detail").asText());
        assertEquals(true, shop.holds(ids.get(0)).contains("MANUAL"));
        JsonNode again =
                ended(
                        start(
                                Map.of(
                                        "action",
                                        Map.of("kind", "HOLD", "reason", "Recall."),
                                        "orderIds",
                                        List.of(ids.get(0)))));
        assertCounts(0, 1, 0, again);
        JsonNode released =
                ended(
                        start(
                                Map.of(
                                        "action",
                                        Map.of("kind", "RELEASE_HOLD"),
                                        "orderIds",
                                        List.of(ids.get(0), ids.get(2)))));
        assertCounts(2, 0, 0, released);
    }

    @Test
    void aFilterMeansTheOrdersOfThatMoment() {
        List<String> ids = orders(5);
        Map<String, Object> filter = Map.of("status", "RECEIVED");
        JsonNode job =
                ended(
                        start(
                                Map.of(
                                        "action",
                                        Map.of("kind", "TAG", "tags", List.of("recall")),
                                        "filter",
                                        filter)));
        assertCounts(5, 0, 0, job);
        assertEquals(List.of("recall"), tags(ids.get(4)));
        JsonNode note =
                ended(
                        start(
                                Map.of(
                                        "action",
                                        Map.of("kind", "NOTE", "text", "Recalled, @manager."),
                                        "filter",
                                        filter)));
        assertCounts(5, 0, 0, note);
        assertEquals(5, shop.manager().get("/api/v1/inbox").json().path("unread").asInt());
    }

    @Test
    void whatIsIncompleteIsRefusedBeforeAnythingIsDone() {
        List<String> ids = orders(1);
        Answer answer =
                shop.manager()
                        .post(
                                "/api/v1/bulk-jobs",
                                Map.of("action", Map.of("kind", "CANCEL"), "orderIds", ids));
        assertEquals(400, answer.status());
        assertEquals("/action/reason", answer.json().path("pointer").asText());
    }

    /** What a killed server leaves: a lease of a process that is gone, and some rows done. */
    @Test
    void aJobGoesOnWhereADeadServerLeftIt() {
        List<String> ids = orders(4);
        UUID id = UUID.randomUUID();
        BulkStore store = new BulkStore();
        BulkAction action = new BulkAction(BulkAction.Kind.TAG, null, null, List.of("late"), null);
        TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(
                        shop.org().id(),
                        tx -> {
                            store.insert(tx, id, action, "test");
                            long total =
                                    store.add(
                                            tx,
                                            id,
                                            ids.stream()
                                                    .map(io.fulfillx.model.id.OrderId::of)
                                                    .toList());
                            store.setTotal(tx, id, total);
                            List<BulkStore.BulkRow> rows = store.next(tx, id, 2);
                            for (BulkStore.BulkRow row : rows) {
                                store.settle(
                                        tx,
                                        id,
                                        row,
                                        BulkStore.Outcome.DONE,
                                        null,
                                        null,
                                        java.time.Instant.EPOCH);
                            }
                            tx.wakeAfterCommit(BulkWorker.TOPIC);
                            return total;
                        });
        Shop.eventually("done", () -> job(id.toString()).path("state").asText().equals("DONE"));
        assertCounts(4, 0, 0, job(id.toString()));
        assertEquals(List.of(), tags(ids.get(0)));
        assertEquals(List.of("late"), tags(ids.get(3)));
    }
}
