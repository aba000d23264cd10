package io.fulfillx.backend.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.sql.Reads;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class InsightTest {
    private static final String HIDDEN =
            """
            select count(*) as n from event
            where org_id = :org and xid >= pg_snapshot_xmin(pg_current_snapshot())
            """;

    private final Shop shop = Shop.open();
    private final InsightModule insight = TestBackend.assembly().insight();
    private final Reads reads = TestBackend.assembly().foundation().reads();

    private JsonNode insight(String report) {
        Answer answer = shop.manager().get("/api/v1/insight/" + report);
        assertEquals(200, answer.status(), () -> answer.json().toString());
        return answer.json();
    }

    private void orders(int count) {
        for (int i = 1; i <= count; i++) {
            assertEquals(200, shop.deliver(Shop.fixture("plain", i)).status());
        }
    }

    private void follow() {
        Floor.await(this::isAllVisible);
        insight.follow(shop.org().id());
    }

    /** What was committed is hidden from followers while an older transaction is open. */
    private boolean isAllVisible() {
        return reads.inOrg(
                        shop.org().id(),
                        Optional.empty(),
                        tx -> tx.sql(HIDDEN).get(row -> row.bigint("n")))
                == 0;
    }

    private Answer hold(String id, String type) {
        return shop.manager()
                .post("/api/v1/orders/" + id + "/holds", Map.of("type", type, "reason", "Ask."));
    }

    @Test
    void openOrdersAreCountedByStatusAndAge() {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 4);
        orders(3);
        follow();
        JsonNode backlog = insight("backlog");
        assertTrue(backlog.path("follows").asBoolean());
        assertEquals(3, backlog.path("orders").asInt());
        assertEquals(6, backlog.path("units").asInt());
        assertEquals("ALLOCATED", backlog.at("/statuses/0/status").asText());
        assertEquals(2, backlog.at("/statuses/0/orders").asInt());
        assertEquals("BACKORDERED", backlog.at("/statuses/1/status").asText());
        assertEquals(3, sum(backlog.path("ages")));
        assertEquals("INVENTORY", insight("holds").at("/types/0/type").asText());
        assertEquals(1, insight("holds").path("holds").asInt());
    }

    private static int sum(JsonNode ages) {
        int sum = 0;
        for (JsonNode age : ages) {
            sum += age.asInt();
        }
        return sum;
    }

    @Test
    void anOrderThatIsOverLeavesTheBacklogAndAReleasedHoldTheHolds() {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 10);
        orders(2);
        String id = shop.manager().get("/api/v1/orders").json().at("/items/0/orderId").asText();
        var _ = hold(id, "FRAUD");
        follow();
        assertEquals(1, insight("backlog").path("held").asInt());
        String hold = shop.holdId(id, "FRAUD");
        var _ =
                shop.manager()
                        .post("/api/v1/orders/" + id + "/holds/" + hold + "/release", Map.of());
        var _ = shop.manager().post("/api/v1/orders/" + id + "/cancel", Map.of("reason", "Buyer."));
        follow();
        assertEquals(1, insight("backlog").path("orders").asInt());
        assertEquals(0, insight("holds").path("holds").asInt());
    }

    @Test
    void unitsThatWereGivenUpAreNotOpenAnyMore() {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 10);
        orders(1);
        String id = shop.manager().get("/api/v1/orders").json().at("/items/0/orderId").asText();
        JsonNode line = shop.manager().get("/api/v1/orders/" + id).json().at("/lines/0");
        Answer cancelled =
                shop.manager()
                        .post(
                                "/api/v1/orders/" + id + "/cancel-lines",
                                Map.of(
                                        "lines",
                                        List.of(
                                                Map.of(
                                                        "lineId",
                                                        line.path("lineId").asText(),
                                                        "quantity",
                                                        1)),
                                        "reason",
                                        "One is enough."));
        assertEquals(200, cancelled.status(), () -> cancelled.json().toString());
        follow();
        assertEquals(1, insight("backlog").path("units").asInt());
    }

    @Test
    void aManagerReadsTheOwnChangeBeforeAnybodyFollowedIt() {
        shop.item("MUG-1");
        orders(1);
        follow();
        String id = shop.manager().get("/api/v1/orders").json().at("/items/0/orderId").asText();
        assertEquals(1, insight("holds").path("holds").asInt());
        Answer change = hold(id, "FRAUD");
        assertFalse(change.position().isEmpty());
        JsonNode seen = shop.manager().getAfter(change, "/api/v1/insight/holds").json();
        assertEquals(2, seen.path("holds").asInt());
    }

    @Test
    void aRepeatedChangeTellsThePositionOfTheFirst() {
        shop.item("MUG-1");
        orders(1);
        String id = shop.manager().get("/api/v1/orders").json().at("/items/0/orderId").asText();
        Map<String, String> body = Map.of("type", "FRAUD", "reason", "Ask.");
        String path = "/api/v1/orders/" + id + "/holds";
        Answer first = shop.manager().post(path, body, "the-same-key");
        orders(1);
        Answer again = shop.manager().post(path, body, "the-same-key");
        assertEquals(first.position(), again.position());
    }

    /** Whatever happened, the projection is what the orders themselves say. */
    @Test
    void theProjectionEqualsTheTruthAndFillsItselfWhenItWasEmptied() {
        shop.item("MUG-1");
        shop.stock("MUG-1", "A-1", 5);
        orders(4);
        BacklogStore store = new BacklogStore();
        follow();
        assertEquals(counts(store, false), counts(store, true));
        assertEquals(
                3, counts(store, true).stream().mapToInt(BacklogCounts.Cell::orders).sum() - 1);
        var _ =
                TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(
                                shop.org().id(),
                                tx -> {
                                    store.empty(tx);
                                    return true;
                                });
        assertEquals(List.of(), counts(store, true));
        follow();
        assertEquals(counts(store, false), counts(store, true));
    }

    private List<BacklogCounts.Cell> counts(BacklogStore store, boolean follows) {
        return reads.inOrg(shop.org().id(), tx -> store.count(tx, follows).cells());
    }

    @Test
    void everyReportAnswersAndWrongParametersAreNamed() {
        orders(1);
        for (String report : List.of("exceptions", "throughput", "stock", "sync", "late")) {
            assertTrue(insight(report).isObject(), report);
        }
        JsonNode late = insight("late?cutoff=09%3A30&zone=America%2FNew_York&days=1");
        assertEquals(
                1,
                late.path("late").asInt()
                        + late.path("atRisk").asInt()
                        + late.path("onTime").asInt());
        for (String wrong : List.of("cutoff=noon", "zone=Moon", "days=-1", "weekends=maybe")) {
            assertEquals(400, shop.manager().get("/api/v1/insight/late?" + wrong).status(), wrong);
        }
    }
}
