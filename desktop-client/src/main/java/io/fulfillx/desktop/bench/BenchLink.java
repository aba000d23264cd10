package io.fulfillx.desktop.bench;

import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.sync.AskFleet;
import io.fulfillx.desktop.sync.AskOtherStations;
import io.fulfillx.desktop.sync.FleetDesk;
import io.fulfillx.desktop.sync.Link;
import io.fulfillx.desktop.sync.OtherStations;
import io.fulfillx.desktop.sync.ServerClient;
import io.fulfillx.desktop.sync.SyncLoop;
import io.fulfillx.model.sync.StationOrders;
import io.fulfillx.model.sync.StationReport;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The bench's line to its server: open from enrolment until the bench closes. */
final class BenchLink {
    private final StationStore store;
    private final Supplier<StationReport> report;
    private final Runnable changed;
    private volatile @Nullable SyncLoop sync;
    private volatile @Nullable OtherStations others;
    private volatile @Nullable FleetDesk fleet;

    BenchLink(StationStore store, Supplier<StationReport> report, Runnable changed) {
        this.store = store;
        this.report = report;
        this.changed = changed;
    }

    synchronized void open(URI server) {
        Optional<StationIdentity> identity = store.identity();
        if (identity.isPresent() && sync == null) {
            ServerClient client = new ServerClient(server);
            SyncLoop loop = new SyncLoop(store, identity.get(), client, report, changed);
            others = new AskOtherStations(identity.get(), client);
            fleet = new AskFleet(identity.get(), client);
            sync = loop;
            loop.start();
        }
    }

    synchronized void close() {
        SyncLoop loop = sync;
        sync = null;
        others = null;
        fleet = null;
        if (loop != null) {
            loop.close();
        }
    }

    Link state() {
        SyncLoop loop = sync;
        return loop == null ? new Link.NotEnrolled() : loop.link();
    }

    Optional<OtherStations> others() {
        return Optional.ofNullable(others);
    }

    Optional<FleetDesk> fleet() {
        return Optional.ofNullable(fleet);
    }

    @Nullable Instant lastSuccess() {
        SyncLoop loop = sync;
        return loop == null ? null : loop.lastSuccess();
    }

    StationOrders orders() {
        SyncLoop loop = sync;
        return loop == null ? StationOrders.NONE : loop.orders();
    }
}
