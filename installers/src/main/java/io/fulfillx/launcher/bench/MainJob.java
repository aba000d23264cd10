package io.fulfillx.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.api.ApiProblem;
import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.launcher.demo.Demo;
import io.fulfillx.launcher.demo.DemoSettings;
import io.fulfillx.launcher.demo.House;
import io.fulfillx.launcher.demo.Progress;
import io.fulfillx.launcher.demo.Shift;
import io.fulfillx.launcher.demo.Upsets;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.wire.Json;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way of an order from the webhook to the shop, as fast as this machine does it. */
final class MainJob implements Benchmark {
    private static final int REQUESTS_PER_SECOND = 200;
    private static final double API_TARGET_MILLIS = 30;
    private static final double PAINT_TARGET_MILLIS = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final List<BenchRow> rows = new ArrayList<>();

    @Override
    public String name() {
        return "main-job";
    }

    @Override
    public String description() {
        return "start, webhook, API under load, scan to painted, a whole shift";
    }

    @Override
    public List<BenchRow> run(BenchRun run) throws IOException {
        boolean quick = run.quick();
        Progress progress = run.progress();
        DemoSettings settings =
                new DemoSettings(
                        run.folder(),
                        0,
                        7,
                        Optional.empty(),
                        quick ? 10 : 60,
                        Upsets.NONE,
                        // Taking pictures would disturb what is measured.
                        Optional.empty());
        try (Demo demo = Demo.start(settings, progress)) {
            serverStart(demo);
            webhooks(demo);
            apiUnderLoad(demo, Duration.ofSeconds(quick ? 10 : 60), progress);
            var _ = demo.releaseEverything();
            shift(demo);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
        return List.copyOf(rows);
    }

    private void serverStart(Demo demo) {
        demo.backstage().killServer();
        long start = System.nanoTime();
        demo.restartServer();
        rows.add(BenchRow.told("server start to ready", millisSince(start), "ms"));
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    /** The server answers a webhook when the order, its reservation and its outbox row are safe. */
    private void webhooks(Demo demo) {
        demo.sendOrders();
        Histogram micros = new Histogram(3);
        for (House house : demo.houses()) {
            for (JsonNode taken : house.shop().stats().path("webhooks").path("answeredMicros")) {
                micros.recordValue(Math.max(1, taken.asLong()));
            }
        }
        rows.add(
                BenchRow.told(
                        "webhook sent to stock reserved p95",
                        micros.getValueAtPercentile(95) / 1_000.0,
                        "ms"));
    }

    private void apiUnderLoad(Demo demo, Duration time, Progress progress)
            throws InterruptedException {
        ServerApi api = demo.houses().getFirst().api();
        List<String> paths =
                api.all("/api/v1/orders").stream()
                        .map(order -> "/api/v1/orders/" + order.path("orderId").asText())
                        .toList();
        progress.say("200 requests a second for " + time.toSeconds() + " s");
        var _ = OpenLoop.run(REQUESTS_PER_SECOND, WARM_UP, n -> answers(api, paths, n));
        OpenLoop.Result result =
                OpenLoop.run(REQUESTS_PER_SECOND, time, n -> answers(api, paths, n));
        rows.add(
                BenchRow.atMost(
                        "GET order p95 at 200 requests/s",
                        result.millisAt(95),
                        "ms",
                        API_TARGET_MILLIS));
        rows.add(BenchRow.told("GET order p99 at 200 requests/s", result.millisAt(99), "ms"));
        rows.add(BenchRow.atMost("GET order failures", (double) result.failures(), "requests", 0));
    }

    private static boolean answers(ServerApi api, List<String> paths, long n) {
        try {
            return api.get(paths.get((int) (n % paths.size()))).has("orderId");
        } catch (ApiProblem problem) {
            return false;
        }
    }

    /** One packer after the other, each with the machine's processors to itself as at a bench. */
    private void shift(Demo demo) throws IOException {
        for (House house : demo.busyHouses()) {
            try (Shift shift = demo.shift()) {
                Instant start = Instant.now();
                shift.clockIn(house);
                String way = house.bench().serialScanner() ? "serial" : "keyboard";
                rows.add(
                        BenchRow.told(
                                "station start to scan-ready, " + way + " scanner",
                                (double) Duration.between(start, shift.readyAt(house)).toMillis(),
                                "ms"));
                var _ = shift.untilTheEnd(house.api().all("/api/v1/shipments").size());
                JsonNode robot = Json.mapper().readTree(shift.reportFile(house).toFile());
                paints(way + " scan", robot.path("scanToPaint"));
                rows.add(
                        BenchRow.told(
                                "whole shift, one robot packer, " + way + " scanner",
                                robot.path("parcelsPerMinute").asDouble(),
                                "parcels/min"));
            }
        }
    }

    private void paints(String way, JsonNode timings) {
        rows.add(
                BenchRow.told(way + " to painted p50", timings.path("p50Millis").asDouble(), "ms"));
        rows.add(
                BenchRow.atMost(
                        way + " to painted p99",
                        timings.path("p99Millis").asDouble(),
                        "ms",
                        PAINT_TARGET_MILLIS));
    }
}
