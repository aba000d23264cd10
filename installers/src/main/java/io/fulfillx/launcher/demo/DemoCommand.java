package io.fulfillx.launcher.demo;

import io.fulfillx.launcher.ExitCode;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code fulfillx demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts everything on this machine and opens a packing station.",
            "With --exit robots work a whole shift; the exit code says whether all of it held."
        })
public final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            description = "folder for the demo's data (default: ~/.fulfillx/demo)")
    private Path data = Path.of(System.getProperty("user.home"), ".fulfillx", "demo");

    @Option(names = "--port", defaultValue = "0", description = "the server's; 0 for any free one")
    private int port;

    @Option(names = "--seed", defaultValue = "1", description = "of orders and of mistakes")
    private long seed;

    @Option(names = "--headless", description = "no window, even if there is a display")
    private boolean headless;

    @Option(names = "--exit", description = "let robots work one shift, check it, and end")
    private boolean exit;

    @Option(names = "--out", description = "where the report goes (default: ./out)")
    private Path out = Path.of("out");

    @Option(
            names = "--orders",
            description = "Shopify order JSON, a file or a folder, instead of the demo's own")
    private @Nullable Path orders;

    @Option(
            names = "--orders-each",
            defaultValue = "24",
            description = "orders made for each organization (default: ${DEFAULT-VALUE})")
    private int ordersEach;

    @Option(
            names = "--cut-network",
            description = "take the server away from the stations in the middle third of the shift")
    private boolean cutNetwork;

    @Override
    public Integer call() throws IOException {
        PrintStream err = System.err;
        Progress progress = new Progress(err);
        Path screens = out.toAbsolutePath().resolve("screens");
        if (exit) {
            DemoFolder.clearResults(out.toAbsolutePath());
        }
        DemoSettings settings =
                new DemoSettings(
                        DemoFolder.fresh(data.toAbsolutePath()),
                        port,
                        seed,
                        Optional.ofNullable(orders),
                        ordersEach,
                        new Upsets(cutNetwork, exit ? Upsets.ORDINARY_PRINTER : ""),
                        exit ? Optional.of(screens) : Optional.empty());
        try (Demo demo = Demo.start(settings, progress)) {
            if (!exit) {
                return new OpenHouse(demo, progress, headless).untilInterrupted();
            }
            return shift(demo, progress);
        }
    }

    private int shift(Demo demo, Progress progress) throws IOException {
        demo.sendOrders();
        int parcels = demo.releaseEverything();
        Shift.Result result;
        try (Shift shift = demo.shift()) {
            demo.busyHouses().forEach(shift::clockIn);
            progress.say("robots work " + parcels + " parcels");
            result = shift.untilTheEnd(parcels);
        }
        ShiftReport report = demo.report(result, out.toAbsolutePath());
        progress.say(
                report.ordersShipped()
                        + " of "
                        + report.ordersReceived()
                        + " orders shipped in "
                        + report.parcels()
                        + " parcels, "
                        + report.ordersHeld()
                        + " held; report: "
                        + out.resolve("report.json"));
        report.problems().forEach(problem -> progress.say("DID NOT HOLD: " + problem));
        if (report.held()) {
            progress.say("everything held");
        }
        return report.held() ? 0 : ExitCode.BROKEN;
    }
}
