package io.fulfillx.launcher.scanning;

import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.launcher.ExitCode;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.wire.Json;
import io.fulfillx.scanner.FoundDevice;
import io.fulfillx.scanner.catalog.ScaleCatalog;
import io.fulfillx.scanner.scale.Scale;
import io.fulfillx.scanner.scale.ScaleReading;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code fulfillx scales}. */
@Command(
        name = "scales",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what is plugged in and may be a scale, with the address to use for each: USB",
            "scales for sure, serial ports perhaps. With addresses it asks those how they are.",
            "Ends with 1 when there is none, or one that was asked does not answer."
        })
public final class ScalesCommand implements Callable<Integer> {
    /** All protocols are tried within that. */
    private static final Duration ANSWER = Duration.ofSeconds(8);

    private static final Duration REST = Duration.ofSeconds(2);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "ADDRESS",
            description = "such as serial:/dev/ttyUSB0?protocol=sics; then nothing is searched")
    private List<String> addresses = new ArrayList<>();

    @Option(
            names = "--ask",
            description = {
                "ask everything that was found how it is; what is no scale is sent a few",
                "characters it may not expect"
            })
    private boolean ask;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    private record Row(FoundDevice device, String state, String sentence) {}

    @Override
    public Integer call() {
        List<FoundDevice> devices =
                addresses.isEmpty()
                        ? ScaleCatalog.found(LocalDevices.ofThisMachine())
                        : addresses.stream().map(this::named).toList();
        List<Row> rows = new ArrayList<>();
        for (FoundDevice device : devices) {
            rows.add(
                    ask || !addresses.isEmpty() ? asked(device) : new Row(device, "not asked", ""));
        }
        print(rows);
        boolean silent =
                rows.stream()
                        .anyMatch(
                                row -> row.state().equals("gone") || row.state().equals("silent"));
        return rows.isEmpty() || silent ? ExitCode.BROKEN : 0;
    }

    private FoundDevice named(String address) {
        try {
            return new FoundDevice("as named", ScaleCatalog.address(address), "", "", "");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Row asked(FoundDevice device) {
        URI address = device.address();
        try (Scale scale = ScaleCatalog.open(address, address.toString())) {
            Weighing weighing = new Weighing(scale);
            ScaleReading reading = weighing.next(ANSWER);
            ScaleReading told =
                    reading == null ? new ScaleReading.Stale(ScaleReading.Reason.SILENT) : reading;
            if (told instanceof ScaleReading.Moving) {
                told = weighing.await(REST);
            }
            return new Row(device, ReadingWords.state(told), weighing.sentence(told));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    private void print(List<Row> rows) {
        PrintWriter out = spec.commandLine().getOut();
        for (Row row : rows) {
            out.println(json ? line(row) : words(row));
        }
        if (rows.isEmpty() && !json) {
            out.println("No scale was found. What helps:");
            out.println("- Is it switched on, with its cable in?");
            out.println("- A scale in the network: ./fulfillx scales tcp://ITS-ADDRESS:PORT");
            out.println("- On Linux your user must be in the group dialout, and may need a udev");
            out.println("  rule for /dev/hidraw*.");
            out.println("- To try without one: ./fulfillx virtual-scale --help");
        }
        out.flush();
    }

    private static String words(Row row) {
        String words = DeviceLine.words(row.device()) + "  " + row.state();
        return row.sentence().isEmpty() ? words : words + ": " + row.sentence();
    }

    private static String line(Row row) {
        Map<String, @Nullable Object> line = DeviceLine.fields(row.device());
        line.put("state", row.state());
        line.put("sentence", row.sentence());
        return Json.text(line);
    }
}
