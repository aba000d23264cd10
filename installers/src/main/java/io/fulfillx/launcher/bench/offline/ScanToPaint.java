package io.fulfillx.launcher.bench.offline;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.launcher.demo.Demo;
import io.fulfillx.launcher.demo.DemoSettings;
import io.fulfillx.launcher.demo.House;
import io.fulfillx.launcher.demo.Shift;
import io.fulfillx.launcher.demo.Upsets;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From a scan's last character until its answer is durable and painted, by robots at the station's
 * own window: the same orders once with the network and once with the cable pulled all the time.
 */
final class ScanToPaint implements Measure {
    private static final int ORDERS = 60;
    private static final int ORDERS_QUICK = 8;
    private static final int TURNS = 2;
    private static final long SEED = 7;
    private static final double TARGET_MILLIS = 50;
    private static final double TARGET_RATIO = 1.05;

    @Override
    public String part() {
        return "paint";
    }

    /** What the stations of one kind of day measured. */
    private static final class Paints {
        private final List<JsonNode> shifts = new ArrayList<>();
        private int packed;
        private int packedOffline;

        void add(JsonNode robot) {
            shifts.add(robot.path("scanToPaint"));
            packed += robot.path("packedParcels").asInt();
            packedOffline += robot.path("packedOffline").asInt();
        }

        /** The mean over the shifts, each of which has its own. */
        double millis(String figure) {
            return shifts.stream()
                    .mapToDouble(shift -> shift.path(figure).asDouble())
                    .average()
                    .orElse(0);
        }
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        Paints online = new Paints();
        Paints offline = new Paints();
        for (int i = 0; i < (run.quick() ? 1 : TURNS); i++) {
            day(run, "online-" + i, true, online);
            day(run, "offline-" + i, false, offline);
        }
        if (offline.packed == 0 || offline.packedOffline != offline.packed) {
            throw new ProgramFailed("not all was packed without the network");
        }
        double with = online.millis("p99Millis");
        double without = offline.millis("p99Millis");
        return List.of(
                BenchRow.told("parcels packed offline", offline.packedOffline, "parcels"),
                BenchRow.told("scan to durable p99, online", stored(online), "ms"),
                BenchRow.told("scan to durable p99, offline", stored(offline), "ms"),
                BenchRow.atMost("scan to painted p99, online", with, "ms", TARGET_MILLIS),
                BenchRow.atMost("scan to painted p99, offline", without, "ms", TARGET_MILLIS),
                BenchRow.atMost(
                        "scan to painted p99, offline / online",
                        without / with,
                        "x",
                        TARGET_RATIO));
    }

    private static double stored(Paints paints) {
        return paints.millis("storedP99Millis");
    }

    private static void day(BenchRun run, String name, boolean network, Paints into)
            throws IOException {
        Path folder = run.folder().resolve(name);
        DemoSettings settings =
                new DemoSettings(
                        folder,
                        0,
                        SEED,
                        Optional.empty(),
                        run.quick() ? ORDERS_QUICK : ORDERS,
                        Upsets.NONE,
                        // Taking pictures would disturb what is measured.
                        Optional.empty());
        try (Demo demo = Demo.start(settings, run.progress())) {
            demo.sendOrders();
            var _ = demo.releaseEverything();
            for (House house : demo.busyHouses()) {
                int parcels = takeIn(demo, house);
                try (Shift shift = demo.shift()) {
                    if (!network) {
                        shift.withoutNetwork();
                    }
                    shift.clockIn(house);
                    var _ = shift.untilTheEnd(parcels);
                    into.add(Json.mapper().readTree(shift.reportFile(house).toFile()));
                }
            }
        }
    }

    /** Both kinds of day begin with all orders on the station's disk. */
    private static int takeIn(Demo demo, House house) {
        int parcels =
                (int)
                        house.api().all("/api/v1/shipments").stream()
                                .filter(each -> each.path("state").asText().equals("LABELLED"))
                                .count();
        try (OfflineStation station =
                OfflineStation.enrol(
                        demo.backstage().serverUrl(),
                        house.slug(),
                        house.bench().home(),
                        house.bench().enrolmentCode())) {
            station.takeIn(parcels);
        }
        return parcels;
    }
}
