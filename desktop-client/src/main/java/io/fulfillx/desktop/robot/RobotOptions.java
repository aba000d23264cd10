package io.fulfillx.desktop.robot;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;

/** How the robot packer works and when it goes home. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class RobotOptions {
    @Option(names = "--robot", description = "Work the station by itself, as a packer does.")
    boolean robot;

    @Option(
            names = "--robot-badge",
            split = ",",
            paramLabel = "FXB…",
            description = "Text of the badge to sign in with; several take turns.")
    List<String> badges = List.of();

    @Option(
            names = "--robot-scanner",
            defaultValue = "wedge",
            paramLabel = "wedge|pty:LINK",
            description =
                    "Type scans as a keyboard scanner, or play a serial one behind this link (then"
                            + " start with --scanner serial:LINK).")
    String scanner;

    @Option(
            names = "--robot-until-idle",
            defaultValue = "20",
            paramLabel = "SECONDS",
            description = "Go home after this long without work (default: ${DEFAULT-VALUE}).")
    int untilIdleSeconds;

    @Option(
            names = "--robot-max-orders",
            defaultValue = "0",
            paramLabel = "N",
            description = "Go home after this many parcels; 0 is no limit.")
    int maxOrders;

    @Option(
            names = "--robot-stall",
            defaultValue = "90",
            paramLabel = "SECONDS",
            description = "Give up when nothing moves for this long (default: ${DEFAULT-VALUE}).")
    int stallSeconds;

    @Option(
            names = "--robot-seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Decides which mistakes are made on purpose.")
    long seed;

    @Option(
            names = "--robot-wrong-every",
            defaultValue = "15",
            paramLabel = "N",
            description = "Scan a wrong item about every N items; 0 never.")
    int wrongEvery;

    @Option(
            names = "--robot-exceptions",
            description = "Report one unit missing and one damaged; their parcels stay unpacked.")
    boolean exceptions;

    @Option(
            names = "--robot-report",
            paramLabel = "FILE",
            description = "Write what was done as JSON.")
    @Nullable Path report;

    @Option(
            names = "--robot-printed",
            paramLabel = "DIR",
            description =
                    "Folder a virtual printer writes its labels to: where the robot looks when it"
                            + " is asked whether a label came out.")
    @Nullable Path printed;

    @Option(
            names = "--screens",
            paramLabel = "DIR",
            description = "Write pictures of the screens at telling moments.")
    @Nullable Path screens;

    public boolean wanted() {
        return robot;
    }
}
