package io.fulfillx.desktop.status;

import io.fulfillx.desktop.sync.Link;
import io.fulfillx.model.sync.StationOrders;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the status bar shows, all taken at one moment.
 *
 * @param orders what those who look after the stations want of this one
 * @param onHand orders that can be worked on here
 * @param unsent journal rows the server has not answered
 * @param oldestUnsent when the oldest of them was recorded
 * @param lastSuccess the last answer from the server
 * @param scales empty without one
 * @param operator name of whoever is signed in
 * @param freeBytes left on the disk that holds the store
 */
public record StatusSnapshot(
        Link link,
        StationOrders orders,
        int onHand,
        int unsent,
        @Nullable Instant oldestUnsent,
        @Nullable Instant lastSuccess,
        List<DeviceStatus> printers,
        List<DeviceStatus> scanners,
        List<DeviceStatus> scales,
        @Nullable String operator,
        long freeBytes) {
    private static final long LITTLE = 100L << 20;

    public StatusSnapshot {
        printers = List.copyOf(printers);
        scanners = List.copyOf(scanners);
        scales = List.copyOf(scales);
    }

    /** Same picture: a little more or less room on the disk, or a newer answer, is no news. */
    boolean alike(@Nullable StatusSnapshot other) {
        return other != null
                && link.equals(other.link)
                && orders.equals(other.orders)
                && onHand == other.onHand
                && unsent == other.unsent
                && printers.equals(other.printers)
                && scanners.equals(other.scanners)
                && scales.equals(other.scales)
                && Objects.equals(oldestUnsent, other.oldestUnsent)
                && Objects.equals(operator, other.operator)
                && freeBytes / LITTLE == other.freeBytes / LITTLE;
    }
}
