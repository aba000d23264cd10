package io.fulfillx.launcher.scanning;

import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.launcher.ExitCode;
import io.fulfillx.model.wire.Json;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.ScannerAddress;
import io.fulfillx.scanner.SourceState;
import io.fulfillx.scanner.catalog.ScannerCatalog;
import io.fulfillx.scanner.serial.BaudSearch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code fulfillx scan}. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what scanners read, a line of JSON for each scan, until it is interrupted.",
            "Ends with 1 when a scanner is not there, or too few scans come in time."
        })
public final class ScanCommand implements Callable<Integer> {
    private static final Duration CONNECT = Duration.ofMillis(1_500);
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final Duration EACH_BAUD = Duration.ofSeconds(8);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--device",
            paramLabel = "ADDRESS",
            required = true,
            description = "one looks like " + ScannerAddress.FORMS + "; may be given several times")
    private List<String> devices = new ArrayList<>();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "0",
            description = "end after so many scans")
    private int count;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "end when no scan has come for so long")
    private int wait;

    @Option(
            names = "--find-baud",
            paramLabel = "TEXT",
            defaultValue = "",
            description = {
                "try the usual speeds of a serial port; scan a barcode with this text again and",
                "again until the right one is found"
            })
    private String known = "";

    private final BlockingQueue<Scan> scans = new LinkedBlockingQueue<>();

    @Override
    public Integer call() throws IOException {
        if (count < 0 || wait < 0) {
            throw new ParameterException(spec.commandLine(), "--count and --wait are at least 0");
        }
        try {
            return known.isEmpty() ? listen() : findBaud();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    private int listen() throws IOException, InterruptedException {
        List<ScanSource> sources = new ArrayList<>();
        try {
            for (String device : devices) {
                sources.add(ScannerCatalog.open(uri(device), device, Clock.systemUTC()));
            }
            sources.forEach(source -> source.start(scans::add));
            for (ScanSource source : sources) {
                if (!connected(source)) {
                    complain(source);
                    return ExitCode.BROKEN;
                }
                source.onState(state -> tell(source, state));
            }
            return print();
        } finally {
            sources.forEach(ScanSource::close);
        }
    }

    private URI uri(String device) {
        try {
            ScannerAddress address = ScannerAddress.parse(device);
            ScannerCatalog.open(address.uri(), device, Clock.systemUTC()).close();
            return address.uri();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean connected(ScanSource source) throws InterruptedException {
        long end = System.nanoTime() + CONNECT.toNanos();
        while (source.state() != SourceState.CONNECTED
                && source.problem().isEmpty()
                && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return source.state() == SourceState.CONNECTED;
    }

    private void complain(ScanSource source) {
        say(source.problem().orElse(source.name() + " does not answer"));
    }

    private void tell(ScanSource source, SourceState state) {
        if (state == SourceState.MISSING) {
            say(source.name() + " has gone; waiting for it to come back");
        }
    }

    private void say(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("fulfillx: " + sentence);
        err.flush();
    }

    private int print() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Duration patience = wait == 0 ? FOR_EVER : Duration.ofSeconds(wait);
        int printed = 0;
        while (count == 0 || printed < count) {
            Scan scan = scans.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (scan == null) {
                say("no scan has come for " + patience.toSeconds() + " seconds");
                return ExitCode.BROKEN;
            }
            out.println(Json.mapper().writeValueAsString(ScanLine.of(scan)));
            out.flush();
            printed++;
        }
        return 0;
    }

    private int findBaud() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        OptionalInt found;
        try {
            found =
                    BaudSearch.of(ScannerAddress.parse(devices.getFirst()), known)
                            .run(
                                    LocalDevices.ofThisMachine(),
                                    EACH_BAUD,
                                    baud -> say("trying " + baud + " baud: scan the barcode now"));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            say(String.valueOf(e.getMessage()));
            return ExitCode.BROKEN;
        }
        if (found.isEmpty()) {
            say("the barcode arrived at none of the usual speeds");
            return ExitCode.BROKEN;
        }
        out.println(found.getAsInt());
        out.flush();
        return 0;
    }
}
