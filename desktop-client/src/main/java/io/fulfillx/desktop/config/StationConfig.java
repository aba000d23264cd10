package io.fulfillx.desktop.config;

import io.fulfillx.scanner.wedge.LayoutRepair;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a station is told at start.
 *
 * @param home folder of the station's store, one per station program
 * @param printers addresses such as {@code tcp://host:9100}; the first prints labels
 */
public record StationConfig(
        Path home, Server server, List<URI> printers, Scanning scanning, Look look, Limits limits) {
    public StationConfig {
        printers = List.copyOf(printers);
    }

    public StationConfig with(Scanning other) {
        return new StationConfig(home, server, printers, other, look, limits);
    }

    /**
     * @param organization the slug the server knows the organisation by
     */
    public record Server(URI url, String organization) {}

    /**
     * @param scanners besides the keyboard wedge, which is always on
     * @param scaleAddress such as {@code serial:/dev/ttyUSB0?protocol=sics}, if there is a scale
     * @param wedge what to put right in what the keyboard wedge types
     */
    public record Scanning(
            List<NamedScanner> scanners, @Nullable URI scaleAddress, LayoutRepair wedge) {
        public Scanning {
            scanners = List.copyOf(scanners);
        }

        /** Whether both name the same devices, whatever is put right in their scans. */
        public boolean sameDevices(Scanning other) {
            return scanners.equals(other.scanners) && scale().equals(other.scale());
        }

        public Scanning withWedge(LayoutRepair repair) {
            return new Scanning(scanners, scaleAddress, repair);
        }

        public Optional<URI> scale() {
            return Optional.ofNullable(scaleAddress);
        }
    }

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
     * @param weight the heaviest parcel, and how far it may be from what it should weigh
     * @param pruneAfterDays answered journal rows are dropped after that
     * @param offlineSignInHours nobody new signs in so long after the server was heard last
     */
    public record Limits(
            int clusterSize, WeightLimits weight, int pruneAfterDays, int offlineSignInHours) {}

    /**
     * @param maxGrams heaviest parcel a packer may type
     * @param tolerancePercent of the expected weight; the larger one of both tolerances counts
     * @param toleranceGrams allowed for every parcel: packing material, a label, the scale itself
     */
    public record WeightLimits(int maxGrams, int tolerancePercent, int toleranceGrams) {
        /** 70 kg; 5 percent, but 50 g at least. */
        public static WeightLimits usual() {
            return new WeightLimits(70_000, 5, 50);
        }
    }
}
