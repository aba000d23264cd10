package io.fulfillx.desktop.sync;

import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.model.sync.StationOrders;
import io.fulfillx.model.sync.StationReport;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Says now and then how the station stands, and hears what is wanted of it. */
final class ReportStation {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;

    private final StationIdentity identity;
    private final ServerClient client;
    private final Supplier<StationReport> report;
    private final Runnable changed;
    private long nextNanos = System.nanoTime();
    private volatile StationOrders orders = StationOrders.NONE;

    ReportStation(
            StationIdentity identity,
            ServerClient client,
            Supplier<StationReport> report,
            Runnable changed) {
        this.identity = identity;
        this.client = client;
        this.report = report;
        this.changed = changed;
    }

    StationOrders orders() {
        return orders;
    }

    void ifDue() throws IOException, InterruptedException, ServerRefusal {
        if (System.nanoTime() - nextNanos < 0) {
            return;
        }
        nextNanos = System.nanoTime() + EVERY.toNanos();
        try {
            StationOrders heard = client.report(identity, report.get());
            if (!heard.equals(orders)) {
                orders = heard;
                changed.run();
            }
        } catch (ServerRefusal e) {
            // A server of an earlier release does not want to know.
            if (e.status() != NOT_FOUND) {
                throw e;
            }
        }
    }
}
