package io.fulfillx.desktop.app;

import io.fulfillx.desktop.bench.Bench;
import io.fulfillx.desktop.config.NamedScanner;
import io.fulfillx.desktop.config.StationConfig;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.printing.queue.PrintTimings;
import io.fulfillx.scanner.wedge.LayoutRepair;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A station that was online once: it knows its operator and some jobs. */
public final class TestStation {
    public static final BadgeCode BADGE = new BadgeCode("TESTBADGE1");
    public static final OperatorCard OPERATOR =
            new OperatorCard(
                    new OperatorId(new UUID(1, 1)),
                    "Mira Okafor",
                    sha256(BADGE.secret()),
                    "",
                    "packer",
                    true);

    /** Asks as a real station does, and gives up soon: its printers are in the same program. */
    private static final PrintTimings HASTY =
            new PrintTimings(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(250),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(1_500),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(50),
                    Duration.ofMillis(100));

    private TestStation() {}

    public static Bench bench(
            Path home, List<PackJob> jobs, List<URI> printers, List<URI> scanners) {
        return bench(jobs, config(home, printers, scanners), LocalDevices.ofThisMachine());
    }

    /** With devices that may be virtual. */
    static Bench bench(List<PackJob> jobs, StationConfig config, LocalDevices devices) {
        Path home = config.home();
        try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
            store.apply(
                    new FeedPage(
                            "c1", true, jobs, List.of(OPERATOR), List.of(Samples.CARTON), false));
        }
        return Bench.open(config, HASTY, devices);
    }

    public static StationConfig config(Path home, List<URI> printers, List<URI> scanners) {
        return new StationConfig(
                home,
                new StationConfig.Server(URI.create("http://localhost:1"), "acme"),
                printers,
                new StationConfig.Scanning(
                        scanners.stream().map(URI::toString).map(NamedScanner::parse).toList(),
                        null,
                        LayoutRepair.none()),
                new StationConfig.Look(StationConfig.Theme.DARK, "en", false),
                new StationConfig.Limits(4, StationConfig.WeightLimits.usual(), 30, 72));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
