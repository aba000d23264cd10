package io.fulfillx.desktop.robot;

import io.fulfillx.desktop.app.ScanTimings;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the robot did. Read by people and by the demo. */
final class RobotReport {
    private final List<String> trackingNumbers = new ArrayList<>();
    private int packedOffline;
    private int scans;
    private int wrongItemScans;
    private int wrongItemRefusals;
    private int holdsSeen;
    private int unknownPrints;
    private int setAside;
    private int shortPicks;
    private int damaged;

    /** As written to the file. */
    record Summary(
            int packedParcels,
            int packedOffline,
            int scans,
            int wrongItemScans,
            int wrongItemRefusals,
            int holdsSeen,
            int unknownPrints,
            int setAside,
            int shortPicks,
            int damaged,
            double seconds,
            double parcelsPerMinute,
            ScanTimings.Summary scanToPaint,
            List<String> trackingNumbers,
            String problem) {}

    void packed(String trackingNumber, boolean offline) {
        trackingNumbers.add(trackingNumber);
        packedOffline += offline ? 1 : 0;
    }

    void scanned() {
        scans++;
    }

    void wrongItem(boolean refused) {
        wrongItemScans++;
        wrongItemRefusals += refused ? 1 : 0;
    }

    void holdSeen() {
        holdsSeen++;
    }

    void unknownPrint() {
        unknownPrints++;
    }

    void asideSeen() {
        setAside++;
    }

    void shortSeen() {
        shortPicks++;
    }

    void damagedSeen() {
        damaged++;
    }

    int packedParcels() {
        return trackingNumbers.size();
    }

    Summary summary(double seconds, ScanTimings.Summary timings, String problem) {
        double perMinute = seconds == 0 ? 0 : packedParcels() * 60 / seconds;
        return new Summary(
                packedParcels(),
                packedOffline,
                scans,
                wrongItemScans,
                wrongItemRefusals,
                holdsSeen,
                unknownPrints,
                setAside,
                shortPicks,
                damaged,
                seconds,
                perMinute,
                timings,
                List.copyOf(trackingNumbers),
                problem);
    }

    static void write(Path file, Summary summary) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, Json.bytes(summary));
    }
}
