package io.fulfillx.desktop.app;

import io.fulfillx.desktop.bench.Bench;
import io.fulfillx.desktop.config.ConfigException;
import io.fulfillx.desktop.config.StationConfig;
import io.fulfillx.desktop.config.StationConfigFile;
import io.fulfillx.desktop.robot.RobotOptions;
import io.fulfillx.desktop.robot.RobotPacker;
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.desktop.sync.EnrolOutcome;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Starts the packing station. Exit codes: 0 done, 1 cannot start, 2 wrong flags, 3 robot stuck. */
@Command(
        name = "station",
        mixinStandardHelpOptions = true,
        description = "The packing station: pick, pack and print, with or without the network.")
public final class StationMain implements Callable<Integer> {
    private static final String LOGGING = "io/fulfillx/desktop/app/logback-station.xml";
    private static final int CANNOT_START = 1;
    private static final int ROBOT_STUCK = 3;

    @Option(
            names = "--home",
            defaultValue = "${user.home}/.fulfillx/station",
            description = "Folder of this station's store (default: ${DEFAULT-VALUE}).")
    private Path home = Path.of("");

    @Option(names = "--server", paramLabel = "URL", description = "Address of the server.")
    private @Nullable String server;

    @Option(names = "--org", paramLabel = "SLUG", description = "The organization.")
    private @Nullable String organization;

    @Option(
            names = "--enrol",
            paramLabel = "CODE",
            description = "One-time code of a manager; not needed again afterwards.")
    private @Nullable String enrolmentCode;

    @Option(
            names = "--enrol-again",
            paramLabel = "CODE",
            description = "A new code for this very station, after its key was lost.")
    private @Nullable String newCode;

    @Option(names = "--printer", paramLabel = "URI", description = "tcp://… or serial:…")
    private List<String> printers = List.of();

    @Option(names = "--scanner", paramLabel = "URI", description = "serial:/dev/…")
    private List<String> scanners = List.of();

    @Option(names = "--scale", paramLabel = "URI", description = "serial:… or hid:…")
    private @Nullable String scale;

    @Option(names = "--theme", paramLabel = "dark|light", description = "Colours.")
    private @Nullable String theme;

    @Option(names = "--lang", paramLabel = "en|de", description = "Language.")
    private @Nullable String language;

    @Option(names = "--headless", description = "No display: paint into memory only.")
    private boolean headless;

    @Option(names = "--full-screen", description = "Fill the display.")
    private boolean fullScreen;

    @Option(
            names = "--timings",
            paramLabel = "FILE",
            description = "On exit, write how long scans took until they were painted.")
    private @Nullable Path timings;

    @Option(
            names = "--no-rehearsal",
            description = "Do not run made-up orders first: ready sooner, slower first scans.")
    private boolean unrehearsed;

    @Mixin private RobotOptions robot = new RobotOptions();

    public static void main(String[] arguments) {
        // Set before the first logger is made; a file named by the caller goes before ours.
        System.getProperties().putIfAbsent("logback.configurationFile", LOGGING);
        int code = new CommandLine(new StationMain()).execute(arguments);
        // Toolkit threads must not keep a finished station alive.
        System.exit(code);
    }

    @Override
    public Integer call() {
        if (headless) {
            FxBridge.chooseHeadless();
        }
        try (Bench bench = newCode == null ? Bench.open(config()) : Bench.openAnew(config())) {
            Optional<String> refused = enrol(bench);
            if (refused.isPresent()) {
                return fail(refused.get());
            }
            return run(bench);
        } catch (ConfigException | StoreException e) {
            return fail(e.getMessage());
        } catch (IOException e) {
            return fail("cannot write: " + e.getMessage());
        }
    }

    private static int fail(@Nullable String message) {
        System.err.println("station: " + message);
        return CANNOT_START;
    }

    private StationConfig config() {
        Map<String, String> flags = new LinkedHashMap<>();
        put(flags, "server.url", server);
        put(flags, "organization", organization);
        put(flags, "theme", theme);
        put(flags, "language", language);
        put(flags, "printers", printers.isEmpty() ? null : String.join(",", printers));
        put(flags, "scale", scale);
        put(flags, "scanners", scanners.isEmpty() ? null : String.join(",", scanners));
        StationConfig config = StationConfigFile.load(home, flags);
        StationConfigFile.save(config);
        return config;
    }

    private static void put(Map<String, String> flags, String key, @Nullable String value) {
        if (value != null) {
            flags.put(key, value);
        }
    }

    private Optional<String> enrol(Bench bench) {
        EnrolOutcome outcome;
        if (newCode != null && bench.enrolled()) {
            outcome = bench.enrolAgain(newCode);
        } else if (enrolmentCode != null && !bench.enrolled()) {
            outcome = bench.enrol(enrolmentCode);
        } else {
            return Optional.empty();
        }
        return outcome instanceof EnrolOutcome.Enrolled
                ? Optional.empty()
                : Optional.of("not enrolled: " + outcome);
    }

    private int run(Bench bench) throws IOException {
        FxBridge fx = FxBridge.start();
        try (Assembly station = Assembly.open(bench, fx)) {
            CountDownLatch closed = new CountDownLatch(1);
            fx.ask(
                    () -> {
                        station.window().onClose(closed::countDown);
                        station.window().open(fullScreen);
                        return true;
                    });
            // From here on a scan is taken, whoever waits for it.
            System.out.println("ready " + Instant.now());
            if (!unrehearsed) {
                station.rehearse();
            }
            Optional<String> problem = Optional.empty();
            if (robot.wanted()) {
                problem = new RobotPacker(station, robot).work();
            } else {
                closed.await();
            }
            if (timings != null) {
                Files.createDirectories(timings.toAbsolutePath().getParent());
                station.timings().write(timings);
            }
            problem.ifPresent(text -> System.err.println("station: robot: " + text));
            return problem.isPresent() ? ROBOT_STUCK : 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CANNOT_START;
        }
    }
}
