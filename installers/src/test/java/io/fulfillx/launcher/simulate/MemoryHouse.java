package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreDisk;
import io.fulfillx.desktop.store.StoreSurroundings;
import io.fulfillx.desktop.sync.ServerLine;
import io.fulfillx.desktop.sync.ServerRefusal;
import io.fulfillx.launcher.simulate.Books.Shelf;
import io.fulfillx.launcher.station.PlayedHouse;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.JournalOpened;
import io.fulfillx.model.sync.OpenJournal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A house on the simulated server, over a network that loses nothing. */
final class MemoryHouse implements PlayedHouse {
    private final SimClock clock = new SimClock(Instant.parse("2026-03-02T06:00:00Z"));
    private final SimServer server;
    private final ItemId mug;
    private final List<StationStore> stores = new ArrayList<>();

    MemoryHouse(Path folder) {
        Chance chance = new Chance(1);
        SimCarrier carrier = new SimCarrier(chance);
        carrier.calm(true);
        this.server = new SimServer(new Parts(), clock, chance, carrier);
        this.mug = new ItemId(server.house().id());
        Shelf shelf = new Shelf(mug, new LocationId(server.house().id()));
        server.run(() -> server.stock().receive(shelf, 500));
        for (int i = 0; i < 2; i++) {
            StationStore store =
                    StationStore.open(
                            folder.resolve("memory " + i),
                            new StoreSurroundings(clock, new Random(i), StoreDisk.PASSING));
            store.identity(
                    new StationIdentity(
                            SimServer.ORG, new StationId(new UUID(1, i)), "Bench", "house", "x"));
            stores.add(store);
        }
    }

    @Override
    public StationStore store(int station) {
        return stores.get(station);
    }

    @Override
    public ServerLine line(int station) {
        StationId id = id(station);
        return new ServerLine() {
            @Override
            public JournalOpened open(StationIdentity identity, OpenJournal opening)
                    throws IOException, ServerRefusal {
                return server.open(id, opening);
            }

            @Override
            public BatchReply push(StationIdentity identity, OutgoingJournal.Batch batch)
                    throws IOException, ServerRefusal {
                return server.take(
                        id, batch.epoch(), batch.generation(), SimLine.array(batch.rows()));
            }

            @Override
            public long lastN(StationIdentity identity, String epoch) {
                throw new IllegalStateException("this server knows of openings");
            }

            @Override
            public FeedPage feed(StationIdentity identity, String cursor, Duration wait)
                    throws IOException, ServerRefusal {
                return server.feed(id, cursor);
            }
        };
    }

    private StationId id(int station) {
        return stores.get(station).identity().orElseThrow().stationId();
    }

    @Override
    public int order(int station, int units) {
        server.run(() -> server.desk().order(id(station), 1, units, List.of(mug)));
        server.clerk().work();
        return server.books().parcels.rows().size();
    }

    private Parcel parcel(int order) {
        return List.copyOf(server.books().parcels.rows()).get(order - 1);
    }

    private OrderId id(Parcel parcel) {
        return parcel.orderId();
    }

    private boolean can(int order, OrderStatus.Verb verb) {
        OrderStatus status = server.books().orders.get(id(parcel(order))).status();
        return OrderStatus.TABLE.next(status, verb).isPresent();
    }

    @Override
    public boolean isPacked(int order) {
        return parcel(order).status() == ParcelStatus.PACKED;
    }

    boolean isCancelled(int order) {
        return server.books().orders.get(id(parcel(order))).status() == OrderStatus.CANCELLED;
    }

    @Override
    public void cancel(int order) {
        if (can(order, OrderStatus.Verb.CANCEL)) {
            server.run(
                    () -> {
                        boolean _ = server.house().cancel(id(parcel(order)));
                    });
        }
    }

    @Override
    public void hold(int order) {
        if (can(order, OrderStatus.Verb.HOLD)) {
            server.run(() -> server.desk().hold(id(parcel(order))));
        }
    }

    @Override
    public void release(int order) {
        server.run(() -> server.house().release(id(parcel(order))));
    }

    @Override
    public void move(int order, int station) {
        server.run(
                () -> {
                    boolean _ = server.desk().move(parcel(order), id(station), true);
                });
    }

    @Override
    public void settle() {
        clock.move(Duration.ofSeconds(1));
        server.clerk().work();
    }

    @Override
    public void close() {
        stores.forEach(StationStore::close);
    }
}
