package io.fulfillx.launcher.bench.stock;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.process.ProgramFailed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Moves, promises, ships and releases in lists, and now and then does all the rest one by one. */
final class KillClient {
    static final int ITEMS = 50;

    /** Items that all clients work on: the first of all. */
    static final int SHARED = 2;

    private static final int OWN = 40;
    private static final int LIST = 500;
    private static final int PROMISES = 250;
    private static final long ORDERS = 0x4B00_0000_0000_4000L;
    private static final long LINES = 0x4C00_0000_0000_4000L;
    private static final String[] CONDITIONS = {"SELLABLE", "QUARANTINE", "DAMAGED", "INSPECTION"};

    private final int client;
    private final PatientClient server;
    private final KillRecord record = new KillRecord();
    private final KillStory story;
    private final Random random;
    private final Deque<Promise> promises = new ArrayDeque<>();
    private int number;
    private int round;

    /** What an order was promised. */
    private record Promise(UUID order, List<String> skus, int units) {}

    /** The client whose order that is. */
    static int clientOf(UUID order) {
        return (int) (order.getMostSignificantBits() >>> 32) & 0xFFFF;
    }

    /** An operation that is on its way. */
    private record Sent(int number, String kind, String sku, Effect effect) {}

    KillClient(int client, PatientClient server, long seed) {
        this.client = client;
        this.server = server;
        this.random = new Random(seed + client);
        this.story = new KillStory(client, server, record);
    }

    KillRecord record() {
        return record;
    }

    private String item(int index) {
        return Shelves.sku(SHARED + client * ITEMS + index + 1);
    }

    /**
     * Works until nothing is left to do.
     *
     * @param left how many operations all clients together still have to do
     * @param done is told how many were done
     */
    void work(LongSupplier left, LongConsumer done) {
        story.prepare();
        while (left.getAsLong() > 0) {
            if (round % 4 == 3) {
                done.accept(promise());
            } else {
                done.accept(move());
            }
            if (round % 8 == 5) {
                done.accept(story.tell());
            }
            round++;
        }
        server.close();
    }

    /** A list of movements of every kind that lists can have. */
    private long move() {
        boolean shared = round % 5 == 0;
        List<Sent> sent = new ArrayList<>(LIST);
        StringBuilder body = new StringBuilder(LIST * 150).append("{\"movements\":[");
        for (int i = 0; i < LIST; i++) {
            if (i > 0) {
                body.append(',');
            }
            String sku =
                    shared && random.nextInt(10) == 0
                            ? Shelves.sku(1 + random.nextInt(SHARED))
                            : item(random.nextInt(OWN));
            sent.add(movement(body, number++, sku));
        }
        body.append("]}");
        settle(sent, post("/api/v1/stock/movements/bulk", body).path("outcomes"));
        return LIST;
    }

    private Sent movement(StringBuilder body, int n, String sku) {
        int units = 1 + random.nextInt(4);
        String at = "\"sku\":\"%s\",\"location\":\"%s\"".formatted(sku, bin(random.nextInt(3)));
        String condition = CONDITIONS[random.nextInt(CONDITIONS.length)];
        Effect effect = new Effect();
        String rest = "";
        String kind;
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                kind = "RECEIVE";
                effect.add(Effect.HAND, units);
            }
            case 3, 4 -> {
                kind = "PUT_AWAY";
                condition = random.nextInt(4) > 0 ? "SELLABLE" : condition;
                rest = ",\"toLocation\":\"" + bin(3 + random.nextInt(3)) + "\"";
            }
            case 5 -> {
                kind = "QUARANTINE";
                condition = "SELLABLE";
                effect.add(Effect.QUARANTINE, units);
            }
            case 6 -> {
                kind = "RELEASE_Q";
                condition = "QUARANTINE";
                effect.add(Effect.QUARANTINE, -units);
            }
            case 7 -> {
                kind = "DAMAGE";
                condition = "SELLABLE";
                effect.add(Effect.DAMAGED, units);
            }
            case 8 -> {
                kind = "SCRAP";
                effect.add(Effect.HAND, -units);
                judge(effect, condition, -units);
            }
            case 9 -> {
                kind = "RETURN_RECEIVE";
                effect.add(Effect.HAND, units);
                judge(effect, condition, units);
            }
            case 10 -> {
                kind = "ADJUST";
                int delta = random.nextBoolean() ? units : -units;
                effect.add(Effect.HAND, delta);
                rest = ",\"reasonCode\":\"FOUND\",\"delta\":" + delta;
            }
            default -> {
                kind = "COUNT";
                int expected = random.nextInt(5);
                effect.add(Effect.HAND, units - expected);
                rest = ",\"expected\":" + expected;
            }
        }
        String what = "\"quantity\":%d,\"condition\":\"%s\"%s".formatted(units, condition, rest);
        String key = "\"key\":\"%d-%d\",\"kind\":\"%s\"".formatted(client, n, kind);
        body.append('{').append(String.join(",", key, at, what)).append('}');
        return new Sent(n, kind, sku, effect);
    }

    private static void judge(Effect effect, String condition, int units) {
        switch (condition) {
            case "QUARANTINE" -> effect.add(Effect.QUARANTINE, units);
            case "DAMAGED" -> effect.add(Effect.DAMAGED, units);
            case "INSPECTION" -> effect.add(Effect.INSPECTION, units);
            default -> {}
        }
    }

    private String bin(int index) {
        return "BIN-%04d".formatted(1 + (client * 6 + index) % 199);
    }

    private JsonNode post(String path, StringBuilder body) {
        String key = "list-" + client + "-" + number + "-" + round;
        var said = server.post(path, key, body.toString().getBytes(StandardCharsets.UTF_8));
        if (!said.isGood()) {
            throw new ProgramFailed(path + ": " + said);
        }
        return said.body();
    }

    private void settle(List<Sent> sent, JsonNode outcomes) {
        for (int i = 0; i < sent.size(); i++) {
            Sent each = sent.get(i);
            switch (outcomes.path(i).path("outcome").asText()) {
                case "booked" -> {
                    record.book(each.number(), each.kind());
                    record.effect(each.sku()).add(each.effect());
                }
                case "refused" -> record.refuse();
                default -> record.surprise();
            }
        }
    }

    /** Promises for new orders, and the end of those made before. */
    private long promise() {
        List<Promise> wanted = new ArrayList<>();
        StringBuilder body = new StringBuilder(PROMISES * 250).append("{\"reserve\":[");
        for (int i = 0; i < PROMISES; i++) {
            Promise promise = wish();
            wanted.add(promise);
            body.append(i == 0 ? "" : ",").append("{\"orderId\":\"").append(promise.order());
            body.append("\",\"lines\":[");
            for (int line = 0; line < promise.skus().size(); line++) {
                body.append(line == 0 ? "" : ",").append("{\"lineId\":\"");
                body.append(
                        new UUID(
                                LINES + line,
                                promise.order().getLeastSignificantBits() * 64 + client));
                body.append("\",\"sku\":\"").append(promise.skus().get(line));
                body.append("\",\"quantity\":").append(promise.units()).append('}');
            }
            body.append("]}");
        }
        body.append("],\"end\":[");
        List<Promise> ended = new ArrayList<>();
        int first = number;
        while (ended.size() < PROMISES && !promises.isEmpty()) {
            Promise promise = promises.removeFirst();
            int n = number++;
            body.append(ended.isEmpty() ? "" : ",").append("{\"key\":\"").append(client);
            body.append('-').append(n).append("\",\"orderId\":\"").append(promise.order());
            body.append("\",\"how\":\"").append(n % 3 == 0 ? "RELEASE" : "SHIP").append("\"}");
            ended.add(promise);
        }
        body.append("]}");
        JsonNode done = post("/api/v1/reservations/bulk", body);
        for (int i = 0; i < wanted.size(); i++) {
            reserved(wanted.get(i), done.path("reserve").path(i).path("outcome"));
        }
        for (int i = 0; i < ended.size(); i++) {
            ended(ended.get(i), first + i, done.path("end").path(i).path("outcome").asText());
        }
        return (long) wanted.size() + ended.size();
    }

    private Promise wish() {
        UUID order = new UUID(ORDERS | (long) client << 32, number++);
        List<String> skus = new ArrayList<>(List.of(item(random.nextInt(OWN))));
        if (random.nextInt(3) == 0) {
            skus.add(Shelves.sku(1 + random.nextInt(SHARED)));
        }
        return new Promise(order, skus, 1 + random.nextInt(2));
    }

    private void reserved(Promise promise, JsonNode outcome) {
        switch (outcome.path("outcome").asText()) {
            case "reserved" -> {
                record.book((int) promise.order().getLeastSignificantBits(), "RESERVE");
                promise.skus()
                        .forEach(sku -> record.effect(sku).add(Effect.RESERVED, promise.units()));
                promises.addLast(promise);
            }
            case "not-enough" -> record.refuse();
            default -> record.surprise();
        }
    }

    private void ended(Promise promise, int n, String outcome) {
        if (!outcome.equals("booked")) {
            record.surprise();
            return;
        }
        boolean released = n % 3 == 0;
        record.book(n, released ? "RELEASE" : "COMMIT_SHIP");
        for (String sku : promise.skus()) {
            Effect effect = record.effect(sku);
            effect.add(Effect.RESERVED, -promise.units());
            if (!released) {
                effect.add(Effect.HAND, -promise.units());
            }
        }
    }

    long repeats() {
        return server.repeats();
    }
}
