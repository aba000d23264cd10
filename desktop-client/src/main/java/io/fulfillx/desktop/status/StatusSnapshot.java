package io.fulfillx.desktop.status;

import io.fulfillx.desktop.sync.Link;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What the status bar shows, all taken at one moment.
 *
 * @param unsent journal rows the server has not answered
 * @param oldestUnsent when the oldest of them was recorded
 * @param lastSuccess the last answer from the server
 * @param operator name of whoever is signed in
 * @param freeBytes left on the disk that holds the store
 */
public record StatusSnapshot(
        Link link,
        int unsent,
        @Nullable Instant oldestUnsent,
        @Nullable Instant lastSuccess,
        List<DeviceStatus> printers,
        List<DeviceStatus> scanners,
        @Nullable String operator,
        long freeBytes) {
    public StatusSnapshot {
        printers = List.copyOf(printers);
        scanners = List.copyOf(scanners);
    }
}
