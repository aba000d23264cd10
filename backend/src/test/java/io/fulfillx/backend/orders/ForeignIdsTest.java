package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.channels.shopify.Fixtures;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What belongs to another organisation looks exactly like what does not exist. */
class ForeignIdsTest {
    private final Shop theirs = Shop.open();
    private final Shop ours = Shop.open();
    private final ApiClient admin = ours.org().as("admin");

    private record Probe(String method, String path, Object body) {
        Probe with(String id, String other) {
            return new Probe(method, path.replace(id, other), body);
        }
    }

    private ObjectNode answer(Probe probe) {
        Answer answer =
                admin.send(
                        probe.method(),
                        probe.path(),
                        probe.body(),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        ObjectNode json = (ObjectNode) answer.json();
        json.put("httpStatus", answer.status());
        json.remove("correlationId");
        return json;
    }

    private String deadLetter() {
        var _ = theirs.deliver("{\"line_items\":7}".getBytes(StandardCharsets.UTF_8));
        return theirs.manager()
                .get("/api/v1/channels/dead-letters")
                .json()
                .at("/items/0/deadLetterId")
                .asText();
    }

    private String outboxRow() {
        return TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(
                        theirs.org().id(),
                        tx ->
                                tx.sql(
                                                "select outbox_id from outbox where org_id = :org"
                                                        + " order by outbox_id limit 1")
                                        .get(row -> row.uuid("outbox_id").toString()));
    }

    @Test
    void everyRouteAnswersForeignIdsLikeUnknownOnes() {
        theirs.item("MUG-1");
        theirs.stock("MUG-1", "A-1", 10);
        ours.item("OWN");
        String order = theirs.receive("unpaid");
        String hold = theirs.holdId(order, "PAYMENT");
        String own = ours.receive("plain");
        String letter = deadLetter();
        String row = outboxRow();
        String channel = theirs.channelId();
        Map<String, Probe> probes =
                Map.ofEntries(
                        Map.entry(order, new Probe("GET", "/api/v1/orders/" + order, new byte[0])),
                        Map.entry(
                                hold,
                                new Probe(
                                        "POST",
                                        "/api/v1/orders/" + own + "/holds/" + hold + "/release",
                                        Map.of())),
                        Map.entry(
                                letter,
                                new Probe(
                                        "POST",
                                        "/api/v1/channels/dead-letters/" + letter + "/replay",
                                        Map.of())),
                        Map.entry(
                                row,
                                new Probe("POST", "/api/v1/outbox/" + row + "/replay", Map.of())),
                        Map.entry(
                                channel,
                                new Probe(
                                        "POST",
                                        "/api/v1/channels/" + channel + "/orders/import",
                                        Fixtures.bytes("plain"))));
        List<Probe> all = new ArrayList<>();
        String orders = "/api/v1/orders/" + order;
        all.add(new Probe("POST", orders + "/notes", Map.of("text", "x")));
        all.add(new Probe("POST", orders + "/holds", Map.of("reason", "x")));
        all.add(new Probe("POST", orders + "/holds/" + hold + "/release", Map.of()));
        all.add(new Probe("POST", orders + "/cancel", Map.of("reason", "x")));
        all.add(new Probe("GET", orders + "/decision", new byte[0]));
        String unknown = UUID.randomUUID().toString();
        all.forEach(probe -> compare(probe, order, unknown));
        probes.forEach((id, probe) -> compare(probe, id, unknown));
        assertEquals("ALLOCATED", theirs.status(order));
    }

    private void compare(Probe probe, String id, String unknown) {
        ObjectNode foreign = answer(probe);
        assertEquals(answer(probe.with(id, unknown)), foreign, probe.path());
        assertEquals(404, foreign.path("httpStatus").asInt(), probe.path());
    }

    @Test
    void namesOfOtherOrganisationsAreUnknownHere() {
        theirs.item("SECRET");
        theirs.stock("SECRET", "A-1", 10);
        for (String path :
                List.of(
                        "/api/v1/stock?sku=SECRET",
                        "/api/v1/stock/ledger?sku=SECRET",
                        "/api/v1/items?query=SECRET",
                        "/api/v1/orders?channel=" + theirs.channelId())) {
            assertEquals(0, admin.get(path).json().path("items").size(), path);
        }
        Map<String, Object> more = Map.of("sku", "SECRET", "location", "A-1", "quantity", 1);
        assertEquals(404, admin.post("/api/v1/stock/receive", more).status());
    }
}
