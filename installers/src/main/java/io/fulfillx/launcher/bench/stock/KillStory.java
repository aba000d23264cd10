package io.fulfillx.launcher.bench.stock;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.wire.Json;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is done one by one, in an order in which all of it is possible: a receipt and its reversal,
 * a transfer that arrives in part, kits made and taken apart, a count, a correction, and a promise
 * that is bound, unbound, picked and shipped.
 */
final class KillStory {
    private static final int ROOM = 40;

    private final int client;
    private final PatientClient server;
    private final KillRecord record;
    private final String item;
    private final String kit;
    private final String bin;
    private final String tote;
    private int requests;
    private long onHand;

    KillStory(int client, PatientClient server, KillRecord record) {
        this.client = client;
        this.server = server;
        this.record = record;
        this.item = item(client);
        this.kit = kit(client);
        this.bin = "STORY-" + client;
        this.tote = "BIN-0200";
    }

    /** The item of a client's story, of which two make a kit. */
    static String item(int client) {
        return "STORY-" + client;
    }

    static String kit(int client) {
        return "STORY-KIT-" + client;
    }

    /** Brings in what the story begins with. */
    void prepare() {
        var _ =
                post(
                        "/movements",
                        Map.of("kind", "RECEIVE", "sku", kit, "location", bin, "quantity", ROOM));
        counted(kit, "RECEIVE", ROOM);
        var _ =
                post(
                        "/movements",
                        Map.of("kind", "RECEIVE", "sku", item, "location", bin, "quantity", ROOM));
        counted(item, "RECEIVE", ROOM);
        onHand = ROOM;
    }

    private void counted(String sku, String kind, long hand) {
        record.count(kind);
        record.effect(sku).add(Effect.HAND, hand);
    }

    /** Tells it once; returns the number of its operations. */
    long tell() {
        int before = requests;
        reverse();
        transfer();
        kits();
        count();
        promise();
        return requests - (long) before;
    }

    private void reverse() {
        JsonNode booked =
                post(
                        "/movements",
                        Map.of("kind", "RECEIVE", "sku", item, "location", bin, "quantity", 9));
        counted(item, "RECEIVE", 9);
        var _ =
                post(
                        "/events/" + booked.path("eventId").asText() + "/reverse",
                        Map.of("reason", "a slip"));
        counted(item, "REVERSE", -9);
    }

    private void transfer() {
        String id =
                post(
                                "/transfers",
                                Map.of(
                                        "sku",
                                        item,
                                        "fromLocation",
                                        bin,
                                        "toLocation",
                                        tote,
                                        "quantity",
                                        3))
                        .path("transferId")
                        .asText();
        counted(item, "TRANSFER_OUT", -3);
        record.effect(item).add(Effect.TRANSIT, 3);
        var _ = post("/transfers/" + id + "/receive", Map.of("quantity", 2));
        counted(item, "TRANSFER_IN", 2);
        record.effect(item).add(Effect.TRANSIT, -2);
        var _ = post("/transfers/" + id + "/close", Map.of("reason", "one is lost"));
        counted(item, "TRANSFER_LOSS", 0);
        record.effect(item).add(Effect.TRANSIT, -1);
        var _ =
                post(
                        "/movements",
                        Map.of("kind", "RECEIVE", "sku", item, "location", bin, "quantity", 3));
        counted(item, "RECEIVE", 3);
    }

    private void kits() {
        Map<String, Object> two = Map.of("sku", kit, "location", bin, "kits", 2);
        var _ = post("/kits/assemble", two);
        counted(kit, "KIT_ASSEMBLE", 2);
        record.effect(item).add(Effect.HAND, -4);
        var _ = post("/kits/break", two);
        counted(kit, "KIT_BREAK", -2);
        record.effect(item).add(Effect.HAND, 4);
    }

    private void count() {
        String id = post("/counts", Map.of("sku", item, "location", bin)).path("countId").asText();
        var _ = post("/counts/" + id + "/result", Map.of("counted", onHand + 1));
        counted(item, "COUNT", 1);
        var _ =
                post(
                        "/adjustments",
                        Map.of(
                                "sku",
                                item,
                                "location",
                                bin,
                                "delta",
                                1,
                                "reasonCode",
                                "FOUND",
                                "reason",
                                "under the shelf"));
        counted(item, "ADJUST", 1);
        onHand += 2;
    }

    private void promise() {
        String order = UUID.randomUUID().toString();
        String line = UUID.randomUUID().toString();
        // All of it lies in one bin, so the server has no choice from where to take it.
        JsonNode outcome =
                send(
                        "/api/v1/reservations",
                        Map.of(
                                "orderId",
                                order,
                                "lines",
                                List.of(Map.of("lineId", line, "sku", kit, "quantity", 1))));
        if (!outcome.path("outcome").asText().equals("reserved")) {
            throw new ProgramFailed("nothing reserved: " + outcome);
        }
        record.count("RESERVE");
        Effect effect = record.effect(kit).add(Effect.RESERVED, 1);
        Map<String, Object> bound = Map.of("lineId", line, "location", bin, "quantity", 1);
        var _ = post("/promises/pin", bound);
        record.count("PIN");
        var _ = post("/promises/unpin", bound);
        record.count("UNPIN");
        var _ =
                post(
                        "/promises/pick",
                        Map.of("lineId", line, "location", bin, "quantity", 1, "tote", tote));
        record.count("PICK");
        effect.add(Effect.ALLOCATED, 1);
        var _ =
                send(
                        "/api/v1/reservations/bulk",
                        Map.of(
                                "end",
                                List.of(
                                        Map.of(
                                                "key",
                                                "story-" + order,
                                                "orderId",
                                                order,
                                                "how",
                                                "SHIP"))));
        counted(kit, "COMMIT_SHIP", -1);
        effect.add(Effect.RESERVED, -1).add(Effect.ALLOCATED, -1);
        var _ =
                post(
                        "/movements",
                        Map.of("kind", "RECEIVE", "sku", kit, "location", bin, "quantity", 1));
        counted(kit, "RECEIVE", 1);
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return send("/api/v1/stock" + path, body);
    }

    private JsonNode send(String path, Map<String, Object> body) {
        String key = "story-" + client + "-" + requests++;
        PatientClient.Said said = server.post(path, key, Json.bytes(body));
        if (!said.isGood()) {
            throw new ProgramFailed(path + ": " + said);
        }
        return said.body();
    }
}
