package io.fulfillx.desktop.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What a station is told at start.
 *
 * @param home folder of the station's store, one per station program
 * @param printers addresses such as {@code tcp://host:9100}; the first prints labels
 * @param scanners addresses such as {@code serial:/dev/ttyACM0}; the keyboard wedge is always on
 */
public record StationConfig(
        Path home,
        Server server,
        List<URI> printers,
        List<URI> scanners,
        Look look,
        Limits limits) {
    public StationConfig {
        printers = List.copyOf(printers);
        scanners = List.copyOf(scanners);
    }

    /**
     * @param organization the slug the server knows the organisation by
     */
    public record Server(URI url, String organization) {}

    public enum Theme {
        LIGHT,
        DARK
    }

    /**
     * @param language BCP 47 tag such as {@code en}
     */
    public record Look(Theme theme, String language, boolean sounds) {}

    /**
     * @param clusterSize most orders in one pick round
     * @param maxWeightGrams heaviest parcel a packer may type
     * @param pruneAfterDays answered journal rows are dropped after that
     */
    public record Limits(int clusterSize, int maxWeightGrams, int pruneAfterDays) {}
}
