package io.fulfillx.launcher.scanning;

import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.launcher.ExitCode;
import io.fulfillx.model.wire.Json;
import io.fulfillx.scanner.FoundDevice;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.SourceState;
import io.fulfillx.scanner.catalog.ScannerCatalog;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** {@code fulfillx scanners}. */
@Command(
        name = "scanners",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what is plugged in and may be a scanner, with the address to use for each: HID",
            "scanners for sure, keyboards and serial ports perhaps. Each port is opened for a",
            "moment to see whether it is free; nothing is sent. With addresses it looks at those.",
            "Ends with 1 when there is none, or one that was named cannot be opened."
        })
public final class ScannersCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(1_500);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "ADDRESS",
            description = "such as serial:port:1-2:1.0; then nothing is searched")
    private List<String> addresses = new ArrayList<>();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    private record Row(FoundDevice device, boolean ready, String state) {}

    @Override
    public Integer call() throws InterruptedException {
        LocalDevices devices = LocalDevices.ofThisMachine();
        List<FoundDevice> found =
                addresses.isEmpty()
                        ? ScannerCatalog.found(devices)
                        : addresses.stream().map(ScannersCommand::named).toList();
        List<Row> rows = new ArrayList<>();
        for (FoundDevice device : found) {
            rows.add(look(device));
        }
        print(rows);
        boolean allReady = rows.stream().allMatch(Row::ready);
        return rows.isEmpty() || !addresses.isEmpty() && !allReady ? ExitCode.BROKEN : 0;
    }

    private static FoundDevice named(String address) {
        return new FoundDevice("as named", URI.create(address.strip()), "", "", "");
    }

    private Row look(FoundDevice device) throws InterruptedException {
        if (!device.isOpenable()) {
            return new Row(device, true, "types its scans into the window in front");
        }
        try (ScanSource source =
                ScannerCatalog.open(
                        device.address(), device.address().toString(), Clock.systemUTC())) {
            source.start(_ -> {});
            long end = System.nanoTime() + LOOK.toNanos();
            while (source.state() != SourceState.CONNECTED
                    && source.problem().isEmpty()
                    && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            boolean ready = source.state() == SourceState.CONNECTED;
            return new Row(device, ready, ready ? "ready" : source.problem().orElse("no answer"));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void print(List<Row> rows) {
        PrintWriter out = spec.commandLine().getOut();
        for (Row row : rows) {
            out.println(json ? line(row) : words(row));
        }
        if (rows.isEmpty() && !json) {
            out.println("No scanner was found. What helps:");
            out.println("- Is its cable in, and does it beep when it is plugged in?");
            out.println("- A scanner in the network: ./fulfillx scan --device tcp://HOST:PORT");
            out.println("- On Linux your user must be in the group dialout, and may need a udev");
            out.println("  rule for /dev/hidraw*.");
            out.println("- A scanner that plays keyboard needs nothing: scan into the station.");
        }
        out.flush();
    }

    private static String words(Row row) {
        return DeviceLine.words(row.device()) + "  " + row.state();
    }

    private static String line(Row row) {
        Map<String, @Nullable Object> line = DeviceLine.fields(row.device());
        line.put("ready", row.ready());
        line.put("state", row.state());
        return Json.text(line);
    }
}
