package io.fulfillx.launcher.scanning;

import io.fulfillx.launcher.ExitCode;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.wire.Json;
import io.fulfillx.scanner.catalog.ScaleCatalog;
import io.fulfillx.scanner.scale.CommandOutcome;
import io.fulfillx.scanner.scale.Scale;
import io.fulfillx.scanner.scale.ScaleReading;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code fulfillx weigh --device ADDRESS}. */
@Command(
        name = "weigh",
        mixinStandardHelpOptions = true,
        description = {
            "Prints one stable weight in grams, or with --stream every change of it.",
            "Ends with 1 and one sentence when there is no stable weight in time: no answer, too",
            "much, below zero, or a load that never rests."
        })
public final class WeighCommand implements Callable<Integer> {
    private static final Duration FOREVER = Duration.ofDays(1);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--device",
            required = true,
            paramLabel = "ADDRESS",
            description = {
                "serial:/dev/ttyUSB0?protocol=sics&baud=9600, serial:port:1-2:1.0,",
                "tcp://host:port?protocol=nci, hid:/dev/hidraw0 or hid:port:1-3; without a",
                "protocol it is found out (./fulfillx scales lists addresses)"
            })
    private String address = "";

    @Option(names = "--stream", description = "go on and print every change")
    private boolean stream;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "0",
            description = "with --stream: end after so many lines (default: never)")
    private int count;

    @Option(names = "--zero", description = "set the empty scale to zero first")
    private boolean zero;

    @Option(names = "--tare", description = "take what lies on it as zero first")
    private boolean tare;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "how long a load may move (default: ${DEFAULT-VALUE})")
    private int waitSeconds = 10;

    @Override
    public Integer call() {
        if (waitSeconds < 1 || count < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--wait is at least 1, and --count at least 0");
        }
        if (zero && tare) {
            throw new ParameterException(spec.commandLine(), "--zero or --tare, not both");
        }
        try (Scale scale = ScaleCatalog.open(uri(), address)) {
            Weighing weighing = new Weighing(scale);
            if ((zero || tare) && !press(scale, weighing)) {
                return ExitCode.BROKEN;
            }
            return stream ? stream(weighing) : once(weighing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    private URI uri() {
        try {
            return ScaleCatalog.address(address);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private boolean press(Scale scale, Weighing weighing) throws InterruptedException {
        // A scale refuses its keys while the load moves.
        ScaleReading first = weighing.await(Duration.ofSeconds(waitSeconds));
        boolean ready =
                switch (first) {
                    case ScaleReading.Stable _,
                            ScaleReading.BelowZero _,
                            ScaleReading.NeedsZero _ ->
                            true;
                    case ScaleReading.Moving _,
                            ScaleReading.Overload _,
                            ScaleReading.NotReady _,
                            ScaleReading.Fault _,
                            ScaleReading.Stale _ ->
                            false;
                };
        if (!ready) {
            return failed(weighing.sentence(first));
        }
        CommandOutcome outcome = tare ? scale.tare() : scale.zero();
        weighing.forget();
        return switch (outcome) {
            case CommandOutcome.Done _ -> true;
            case CommandOutcome.Refused(var sentence) -> failed(sentence);
        };
    }

    private boolean failed(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("fulfillx: " + sentence);
        err.flush();
        return false;
    }

    private int once(Weighing weighing) throws InterruptedException {
        ScaleReading reading = weighing.await(Duration.ofSeconds(waitSeconds));
        if (reading instanceof ScaleReading.Stable) {
            print(reading);
            return 0;
        }
        failed(weighing.sentence(reading));
        return ExitCode.BROKEN;
    }

    private int stream(Weighing weighing) throws InterruptedException {
        ScaleReading before = null;
        int lines = 0;
        while (count == 0 || lines < count) {
            ScaleReading reading = weighing.next(FOREVER);
            if (reading != null && !reading.equals(before)) {
                before = reading;
                lines++;
                print(reading);
            }
        }
        return 0;
    }

    private void print(ScaleReading reading) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? line(reading) : ReadingWords.sentence(reading));
        out.flush();
    }

    private String line(ScaleReading reading) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("device", address);
        line.put("at", Instant.now().toString());
        line.put("state", ReadingWords.state(reading));
        line.put("grams", reading instanceof ScaleReading.Stable(Weight weight) ? weight : null);
        return Json.text(line);
    }
}
