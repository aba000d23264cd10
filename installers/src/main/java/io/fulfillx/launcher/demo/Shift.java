package io.fulfillx.launcher.demo;

import io.fulfillx.launcher.process.Child;
import io.fulfillx.launcher.process.ProgramFailed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shift of robot packers at the real station programs, one for each house. */
public final class Shift implements AutoCloseable {
    private static final int IDLE_SECONDS = 10;
    private static final Duration PER_PARCEL = Duration.ofSeconds(20);
    private static final Duration BASE = Duration.ofMinutes(4);
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Backstage backstage;
    private final DemoSettings settings;
    private final NetworkCut cable;
    private final Progress progress;
    private final Map<House, Child> stations = new LinkedHashMap<>();
    private Optional<Instant> cutAt = Optional.empty();
    private Optional<Instant> restoredAt = Optional.empty();

    Shift(Backstage backstage, DemoSettings settings, Progress progress) throws IOException {
        this.backstage = backstage;
        this.settings = settings;
        this.progress = progress;
        this.cable = NetworkCut.before(backstage.serverUrl().getPort());
    }

    /**
     * What came of a shift.
     *
     * @param endings how each station ended: its name, then empty or what went wrong
     */
    public record Result(
            Map<String, String> endings, Optional<Instant> cutAt, Optional<Instant> restoredAt) {
        public Result {
            endings = Map.copyOf(endings);
        }
    }

    /** Starts a robot at the station of a house, again if one was there before. */
    public void clockIn(House house) {
        List<String> arguments = new ArrayList<>(arguments(house));
        arguments.addAll(robot(house));
        stations.put(
                house, backstage.startStation(stationName(house), headlessOptions(), arguments));
    }

    private static String stationName(House house) {
        return "station-" + house.slug();
    }

    static List<String> headlessOptions() {
        return List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true");
    }

    /** What every station program of this demo is told. */
    private List<String> arguments(House house) {
        List<String> arguments =
                new ArrayList<>(stationArguments(house, URI.create(serverForStations())));
        arguments.add("--headless");
        if (house.bench().serialScanner()) {
            arguments.add("--scanner=serial:" + serialLine(house));
        }
        return arguments;
    }

    /** The flags of a station program, robot or not. */
    static List<String> stationArguments(House house, URI server) {
        return List.of(
                "--home=" + house.bench().home(),
                "--server=" + server,
                "--org=" + house.slug(),
                "--enrol=" + house.bench().enrolmentCode(),
                "--printer=" + house.bench().printer());
    }

    private String serverForStations() {
        return "http://127.0.0.1:" + cable.port();
    }

    /** Where the robot's scanner is plugged in; the robot plays the device at the other end. */
    private Path serialLine(House house) {
        return backstage.data().resolve("scanner-" + house.slug());
    }

    private List<String> robot(House house) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--robot");
        arguments.add("--robot-badge=" + house.bench().operator().badge());
        arguments.add("--robot-until-idle=" + IDLE_SECONDS);
        arguments.add("--robot-seed=" + settings.seed());
        arguments.add("--robot-report=" + reportFile(house));
        arguments.add("--robot-printed=" + house.bench().printed());
        arguments.add(
                "--timings=" + backstage.data().resolve(stationName(house) + "-timings.json"));
        if (house.bench().serialScanner()) {
            arguments.add("--robot-scanner=pty:" + serialLine(house));
        }
        settings.screens()
                .ifPresent(folder -> arguments.add("--screens=" + folder.resolve(house.slug())));
        return arguments;
    }

    /** Where the robot of a house writes what it did. */
    public Path reportFile(House house) {
        return backstage.data().resolve(stationName(house) + "-robot.json");
    }

    /** Stations that are started from now on do not reach the server. */
    public void withoutNetwork() {
        cable.cut();
    }

    /** From now on the stations' requests meet what that network does to them. */
    public void roughen(RoughNetwork network) {
        cable.roughen(network);
    }

    /** When the station began to take scans; waits for it. */
    public Instant readyAt(House house) {
        Child station = stations.get(house);
        if (station == null) {
            throw new ProgramFailed("no station was started for " + house.name());
        }
        return Instant.parse(station.awaitReady(START));
    }

    /** Ends a station as a power cut would. */
    public void killStation(House house) {
        Child station = stations.get(house);
        if (station != null) {
            station.killHard();
        }
    }

    /** Labels printed so far, in all houses. */
    public long printed() {
        return stations.keySet().stream()
                .mapToLong(house -> PrintedLabel.count(house.bench().printed()))
                .sum();
    }

    /**
     * Waits until all robots went home, and cuts the network meanwhile if that was asked for.
     *
     * @param expected how many parcels there are
     */
    public Result untilTheEnd(int expected) {
        Duration patience = BASE.plus(PER_PARCEL.multipliedBy(expected));
        long end = System.nanoTime() + patience.toNanos();
        long told = 0;
        while (stations.values().stream().anyMatch(Child::isAlive)) {
            long printed = printed();
            if (settings.upsets().cutNetwork()) {
                operateCable(printed, expected);
            }
            if (printed >= told + 10) {
                told = printed;
                progress.say(printed + " of " + expected + " labels printed");
            }
            if (System.nanoTime() > end) {
                throw new ProgramFailed("the shift did not end in " + patience.toSeconds() + " s");
            }
            Patience.sleep(LOOK);
        }
        restore();
        return new Result(endings(), cutAt, restoredAt);
    }

    /** The middle third of the parcels is packed without the server. */
    private void operateCable(long printed, int expected) {
        if (cutAt.isEmpty() && printed * 3 >= expected) {
            cable.cut();
            cutAt = Optional.of(Instant.now());
            progress.say("network cut at " + printed + " labels");
        } else if (cutAt.isPresent() && printed * 3 >= 2L * expected + 3L * stations.size()) {
            restore();
        }
    }

    private void restore() {
        if (cable.isCut()) {
            cable.restore();
            restoredAt = Optional.of(Instant.now());
            progress.say("network back at " + printed() + " labels");
        }
    }

    private Map<String, String> endings() {
        Map<String, String> endings = new LinkedHashMap<>();
        stations.forEach(
                (house, station) ->
                        endings.put(
                                stationName(house),
                                station.awaitEnd(Duration.ofSeconds(1))
                                        .filter(code -> code == 0)
                                        .map(code -> "")
                                        .orElseGet(station::tail)));
        return endings;
    }

    @Override
    public void close() throws IOException {
        cable.close();
    }
}
