package io.fulfillx.desktop.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.Verdict;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A server over real HTTP that keeps the agreement on sync, and breaks it when told to. */
final class StandInServer implements AutoCloseable {
    /** What goes wrong with one push. */
    enum Fault {
        /** Done, but the answer gets lost. */
        LOSE_ANSWER,
        /** Cut before anything was done. */
        CUT,
        /** 503 without doing anything. */
        BUSY,
        /** The token is no longer good. */
        EXPIRED,
        /** This program is too old for it. */
        OUTDATED
    }

    final List<CommandEnvelope> applied = new ArrayList<>();
    final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<String, Long> lastN = new HashMap<>();
    private final List<CommandId> seen = new ArrayList<>();
    private final Deque<FeedPage> pages = new ArrayDeque<>();
    private final HttpServer http;
    private int signIns;
    private boolean stationKnown = true;

    StandInServer(int port) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/api/v1/auth/station", this::signIn);
        http.createContext("/api/v1/sync/commands", this::commands);
        http.createContext("/api/v1/sync/state", this::state);
        http.createContext("/api/v1/sync/feed", this::feed);
        http.createContext("/api/v1/stations/enrol", this::enrol);
        http.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return http.getAddress().getPort();
    }

    synchronized int signIns() {
        return signIns;
    }

    synchronized List<CommandEnvelope> applied() {
        return List.copyOf(applied);
    }

    synchronized void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    synchronized void forget() {
        applied.clear();
        lastN.clear();
        seen.clear();
    }

    synchronized void hold(String epoch, long n) {
        lastN.put(epoch, n);
    }

    synchronized void retire() {
        stationKnown = false;
    }

    synchronized void offer(PackJob... jobs) {
        pages.add(
                new FeedPage(
                        "c" + System.nanoTime(),
                        false,
                        List.of(jobs),
                        List.of(),
                        List.of(),
                        false));
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void signIn(HttpExchange exchange) throws IOException {
        boolean known;
        synchronized (this) {
            signIns++;
            known = stationKnown;
        }
        if (known) {
            answer(exchange, 200, Map.of("accessToken", "t" + signIns(), "expiresInSeconds", 60));
        } else {
            answer(exchange, 401, Map.of("code", "station-unknown", "detail", "gone"));
        }
    }

    private void enrol(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (body.contains("\"GOOD\"")) {
            answer(
                    exchange,
                    200,
                    Map.of(
                            "orgId", "01900000-0000-7000-8000-000000000001",
                            "stationId", "01900000-0000-7000-8000-000000000002",
                            "stationName", "Bench 1",
                            "secret", "s3cret"));
        } else {
            answer(exchange, 404, Map.of("code", "enrolment-code-unknown", "detail", "no"));
        }
    }

    private void state(HttpExchange exchange) throws IOException {
        String epoch = exchange.getRequestURI().getQuery().substring("epoch=".length());
        long n;
        synchronized (this) {
            n = lastN.getOrDefault(epoch, 0L);
        }
        answer(exchange, 200, Map.of("lastN", n));
    }

    private void commands(HttpExchange exchange) throws IOException {
        CommandBatch batch =
                Json.read(exchange.getRequestBody().readAllBytes(), CommandBatch.class);
        Fault fault;
        synchronized (this) {
            fault = faults.poll();
        }
        if (fault == Fault.CUT) {
            exchange.close();
        } else if (fault == Fault.BUSY) {
            answer(exchange, 503, Map.of("code", "busy", "detail", "later"));
        } else if (fault == Fault.EXPIRED) {
            answer(exchange, 401, Map.of("code", "token-expired", "detail", "renew"));
        } else if (fault == Fault.OUTDATED) {
            answer(exchange, 426, Map.of("code", "station-outdated", "detail", "update"));
        } else {
            take(exchange, batch, fault == Fault.LOSE_ANSWER);
        }
    }

    private void take(HttpExchange exchange, CommandBatch batch, boolean lose) throws IOException {
        @Nullable BatchReply reply = null;
        synchronized (this) {
            long last = lastN.getOrDefault(batch.epoch(), 0L);
            if (batch.commands().getFirst().n() <= last + 1) {
                List<CommandVerdict> verdicts = new ArrayList<>();
                for (CommandEnvelope row : batch.commands()) {
                    verdicts.add(new CommandVerdict(row.n(), verdict(row, last), null));
                    last = Math.max(last, row.n());
                }
                lastN.put(batch.epoch(), last);
                reply = new BatchReply(last, verdicts);
            }
        }
        if (lose) {
            exchange.close();
        } else if (reply == null) {
            answer(exchange, 409, Map.of("code", "journal-gap", "detail", "rows are missing"));
        } else {
            answer(exchange, 200, reply);
        }
    }

    private Verdict verdict(CommandEnvelope row, long last) {
        if (row.n() <= last || seen.contains(row.commandId())) {
            return Verdict.ALREADY_APPLIED;
        }
        seen.add(row.commandId());
        applied.add(row);
        return Verdict.APPLIED;
    }

    private void feed(HttpExchange exchange) throws IOException {
        FeedPage page;
        synchronized (this) {
            page = pages.poll();
        }
        if (page == null) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            page = new FeedPage("idle", false, List.of(), List.of(), List.of(), false);
        }
        answer(exchange, 200, page);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = Json.bytes(body);
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }
}
