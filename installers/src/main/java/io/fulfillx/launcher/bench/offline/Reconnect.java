package io.fulfillx.launcher.bench.offline;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.api.ApiProblem;
import io.fulfillx.launcher.api.ServerApi;
import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.bench.OpenLoop;
import io.fulfillx.launcher.process.ProgramFailed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stations pack a day's orders without the server, and are plugged in at the same moment while
 * others read orders at a steady rate. Nothing may be lost or happen twice.
 */
final class Reconnect implements Measure {
    private static final int STATIONS = 5;
    private static final int ORDERS = 1_000;
    private static final int STATIONS_QUICK = 2;
    private static final int ORDERS_QUICK = 60;
    private static final int READS_PER_SECOND = 100;
    private static final double CONVERGED_SECONDS = 60;
    private static final double SLOWER = 1.5;
    private static final double NANOS = 1e9;

    private static final String TAKEN =
            "select count(*) from station_command where verdict in ('APPLIED',"
                    + " 'APPLIED_WITH_EXCEPTION')";
    private static final String LEFT = "select count(*) from shipment where recalled_at is null";
    private static final String LEFT_ONCE =
            "select count(distinct parcel_id) from shipment where recalled_at is null";
    private static final String ON_HAND = "select sum(on_hand) from stock_level";
    private static final String DISCREPANCIES = "select count(*) from discrepancy";

    @Override
    public String part() {
        return "reconnect";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        int count = run.quick() ? STATIONS_QUICK : STATIONS;
        int orders = run.quick() ? ORDERS_QUICK : ORDERS;
        try (OfflineHouse house =
                OfflineHouse.open(run.folder().resolve("reconnect"), run.progress())) {
            List<OfflineStation> stations = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                OfflineStation station = house.station("bench-" + i);
                house.give(station, orders);
                stations.add(station);
            }
            long units = house.number(ON_HAND);
            long acts = pack(house, stations);
            run.progress().say(acts + " acts are durable at " + count + " stations");
            Reader reader = new Reader(house.api());
            Duration calm = Duration.ofSeconds(run.quick() ? 5 : 20);
            var _ = OpenLoop.run(READS_PER_SECOND, calm, reader::read);
            OpenLoop.Result before = OpenLoop.run(READS_PER_SECOND, calm, reader::read);
            Storm storm = new Storm(stations, reader);
            storm.pass();
            long parcels = (long) count * orders;
            List<BenchRow> rows = new ArrayList<>();
            rows.add(BenchRow.told("orders packed offline", (double) parcels, "orders"));
            rows.add(BenchRow.told("acts promised by their stations", (double) acts, "acts"));
            rows.addAll(books(house, acts, parcels, units));
            rows.addAll(storm.rows(before));
            return rows;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    private static long pack(OfflineHouse house, List<OfflineStation> stations)
            throws InterruptedException {
        try (ExecutorService packers = Executors.newFixedThreadPool(stations.size())) {
            List<Future<Long>> all =
                    stations.stream()
                            .map(
                                    station ->
                                            packers.submit(
                                                    () -> station.packEverything(house.operator())))
                            .toList();
            long acts = 0;
            for (Future<Long> each : all) {
                acts += each.get();
            }
            return acts;
        } catch (ExecutionException e) {
            throw new ProgramFailed("a station could not pack: " + e.getMessage(), e);
        }
    }

    private static List<BenchRow> books(OfflineHouse house, long acts, long parcels, long units) {
        long left = house.number(LEFT_ONCE);
        // Each order is of two units.
        long off = units - 2 * parcels - house.number(ON_HAND);
        return List.of(
                BenchRow.atMost("acts lost", (double) acts - house.number(TAKEN), "acts", 0),
                BenchRow.atMost("parcels that did not leave", (double) parcels - left, "", 0),
                BenchRow.atMost(
                        "parcels that left twice", (double) house.number(LEFT) - left, "", 0),
                BenchRow.atMost("units the books are off", Math.abs((double) off), "units", 0),
                BenchRow.atMost(
                        "acts kept for a lead", (double) house.number(DISCREPANCIES), "acts", 0));
    }

    /** Somebody at a desk who opens one order after the other. */
    private static final class Reader {
        private final ServerApi api;
        private final List<String> paths;

        Reader(ServerApi api) {
            this.api = api;
            this.paths =
                    api.get("/api/v1/orders?limit=200")
                            .path("items")
                            .valueStream()
                            .map(order -> "/api/v1/orders/" + order.path("orderId").asText())
                            .toList();
        }

        boolean read(long n) {
            try {
                JsonNode order = api.get(paths.get((int) (n % paths.size())));
                return order.has("orderId");
            } catch (ApiProblem problem) {
                return false;
            }
        }
    }

    /** All plugged in at once, until stations and server say the same. */
    private static final class Storm {
        private final List<OfflineStation> stations;
        private final Reader reader;
        private double seconds;
        private OpenLoop.Result reads;

        Storm(List<OfflineStation> stations, Reader reader) throws InterruptedException {
            this.stations = stations;
            this.reader = reader;
            this.reads = OpenLoop.during(1, _ -> false, reader::read);
        }

        void pass() throws InterruptedException {
            AtomicBoolean over = new AtomicBoolean();
            try (ExecutorService desk = Executors.newSingleThreadExecutor()) {
                Future<OpenLoop.Result> reading =
                        desk.submit(
                                () ->
                                        OpenLoop.during(
                                                READS_PER_SECOND, _ -> !over.get(), reader::read));
                long start = System.nanoTime();
                stations.forEach(OfflineStation::connect);
                OfflineHouse.await(() -> stations.stream().allMatch(OfflineStation::isSettled));
                seconds = (System.nanoTime() - start) / NANOS;
                over.set(true);
                reads = reading.get();
            } catch (ExecutionException e) {
                throw new ProgramFailed("the desk could not read: " + e.getMessage(), e);
            }
        }

        List<BenchRow> rows(OpenLoop.Result before) {
            double calm = before.millisAt(99);
            double stormy = reads.millisAt(99);
            return List.of(
                    BenchRow.atMost(
                            "plugged in until both sides agree", seconds, "s", CONVERGED_SECONDS),
                    BenchRow.told("GET order p99 before", calm, "ms"),
                    BenchRow.told("GET order p99 meanwhile", stormy, "ms"),
                    BenchRow.atMost(
                            "GET order p99, meanwhile / before", stormy / calm, "x", SLOWER),
                    BenchRow.atMost(
                            "GET order failures", (double) reads.failures(), "requests", 0));
        }
    }
}
