package io.fulfillx.desktop.bench;

import io.fulfillx.desktop.queue.WorkQueue;
import io.fulfillx.desktop.status.DeviceStatus;
import io.fulfillx.desktop.status.StatusSnapshot;
import io.fulfillx.desktop.store.JournalCount;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.sync.StationReport;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * How the bench stands now: for the bar on its screen, and for those who look after all of them.
 */
final class BenchSight {
    private static final String VERSION = "0.1.0";

    private final StationStore store;
    private final WorkQueue queue;
    private final Supplier<BenchDevices> devices;

    BenchSight(StationStore store, WorkQueue queue, Supplier<BenchDevices> devices) {
        this.store = store;
        this.queue = queue;
        this.devices = devices;
    }

    StatusSnapshot snapshot(BenchLink link, @Nullable OperatorCard operator) {
        JournalCount count = store.count();
        BenchDevices now = devices.get();
        return new StatusSnapshot(
                link.state(),
                link.orders(),
                queue.onHand(),
                count.unsent(),
                count.oldest(),
                link.lastSuccess(),
                now.printerStates(),
                now.scannerStates(),
                now.scaleStates(),
                operator == null ? null : operator.name(),
                store.freeBytes());
    }

    StationReport report() {
        JournalCount count = store.count();
        BenchDevices now = devices.get();
        return new StationReport(
                VERSION,
                count.unsent(),
                count.oldest(),
                DeviceStatus.worst(now.printerStates()),
                DeviceStatus.worst(now.scannerStates()),
                DeviceStatus.worst(now.scaleStates()));
    }
}
