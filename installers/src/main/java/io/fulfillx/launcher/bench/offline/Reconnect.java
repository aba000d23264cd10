package io.fulfillx.launcher.bench.offline;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.process.ProgramFailed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Stations pack a day's orders without the server, and are plugged in at the same moment while
 * others read orders at a steady rate. Nothing may be lost or happen twice.
 */
final class Reconnect implements Measure {
    private static final int STATIONS = 5;
    private static final int ORDERS = 1_000;
    private static final int WARM_ORDERS = 500;
    private static final int STATIONS_QUICK = 2;
    private static final int ORDERS_QUICK = 60;
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
            warmUp(house, run.quick() ? ORDERS_QUICK : WARM_ORDERS);
            List<OfflineStation> stations = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                OfflineStation station = house.station("bench-" + i);
                house.give(station, orders);
                stations.add(station);
            }
            Books before = Books.of(house);
            long acts = pack(house, stations);
            run.progress().say(acts + " acts are durable at " + count + " stations");
            stations.forEach(OfflineStation::close);
            List<Path> homes = stations.stream().map(it -> house.home(it.name())).toList();
            Storm storm = storm(house, homes, Duration.ofSeconds(run.quick() ? 5 : 20));
            long parcels = (long) count * orders;
            List<BenchRow> rows = new ArrayList<>();
            rows.add(BenchRow.told("orders packed offline", (double) parcels, "orders"));
            rows.add(BenchRow.told("acts promised by their stations", (double) acts, "acts"));
            rows.addAll(books(acts, parcels, before, Books.of(house)));
            rows.addAll(storm.rows());
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

    /** What is slow the first time must not count: a server has seen backlogs before, together. */
    private static void warmUp(OfflineHouse house, int orders) {
        List<OfflineStation> stations = List.of(house.station("warm-1"), house.station("warm-2"));
        for (OfflineStation station : stations) {
            house.give(station, orders);
            var _ = station.packEverything(house.operator());
        }
        stations.forEach(OfflineStation::connect);
        stations.forEach(station -> OfflineHouse.await(station::isSettled));
        stations.forEach(OfflineStation::disconnect);
    }

    /** What the server's books say. */
    private record Books(long taken, long left, long leftOnce, long onHand, long discrepancies) {
        static Books of(OfflineHouse house) {
            return new Books(
                    house.number(TAKEN),
                    house.number(LEFT),
                    house.number(LEFT_ONCE),
                    house.number(ON_HAND),
                    house.number(DISCREPANCIES));
        }
    }

    private static List<BenchRow> books(long acts, long parcels, Books before, Books after) {
        long lost = acts - (after.taken() - before.taken());
        long stayed = parcels - (after.leftOnce() - before.leftOnce());
        // Each order is of two units.
        long off = before.onHand() - 2 * parcels - after.onHand();
        return List.of(
                BenchRow.atMost("acts lost", (double) lost, "acts", 0),
                BenchRow.atMost("parcels that did not leave", (double) stayed, "", 0),
                BenchRow.atMost(
                        "parcels that left twice", (double) after.left() - after.leftOnce(), "", 0),
                BenchRow.atMost("units the books are off", Math.abs((double) off), "units", 0),
                BenchRow.atMost(
                        "acts kept for a lead",
                        (double) after.discrepancies() - before.discrepancies(),
                        "acts",
                        0));
    }

    /** All plugged in at once, until stations and server say the same. */
    private static Storm storm(OfflineHouse house, List<Path> homes, Duration calm)
            throws IOException, InterruptedException {
        try (StationsApart stations = StationsApart.open(house.url(), homes);
                Desk desk = Desk.at(house.url())) {
            // What is slow the first time must not count.
            var _ = calm(desk, calm);
            Desk.Seen before = calm(desk, calm);
            desk.begin();
            long start = System.nanoTime();
            stations.connect();
            stations.awaitSettled();
            return new Storm((System.nanoTime() - start) / NANOS, before, desk.end());
        }
    }

    private static Desk.Seen calm(Desk desk, Duration time)
            throws IOException, InterruptedException {
        desk.begin();
        Thread.sleep(time);
        return desk.end();
    }

    private record Storm(double seconds, Desk.Seen before, Desk.Seen meanwhile) {
        List<BenchRow> rows() {
            return List.of(
                    BenchRow.atMost(
                            "plugged in until both sides agree", seconds, "s", CONVERGED_SECONDS),
                    BenchRow.told("GET order p99 before", before.p99(), "ms"),
                    BenchRow.told("GET order p99 meanwhile", meanwhile.p99(), "ms"),
                    BenchRow.atMost(
                            "GET order p99, meanwhile / before",
                            meanwhile.p99() / before.p99(),
                            "x",
                            SLOWER),
                    BenchRow.atMost(
                            "GET order failures", (double) meanwhile.failures(), "requests", 0));
        }
    }
}
