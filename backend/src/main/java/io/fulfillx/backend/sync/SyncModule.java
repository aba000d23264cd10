package io.fulfillx.backend.sync;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.Precedence;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Poke;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.LongWork;
import io.fulfillx.backend.platform.job.PacedThread;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.printing.PrintingModule;
import io.fulfillx.backend.shipping.ShippingModule;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The stations' side of the server, wired. */
public final class SyncModule {
    /** Half of the time belongs to others: a backlog can do without it. */
    private static final double REST = 1;

    private final SyncRoutes stations;
    private final JournalFileRoutes files;
    private final DiscrepancyRoutes leads;
    private final RecallRoutes recalls;
    private final LeaseRoutes leases;

    /** What is shared with others. */
    public record Surroundings(
            Transactions transactions,
            Feed feed,
            Poke poke,
            ObjectStore documents,
            Precedence precedence,
            Clock clock,
            Supplier<UUID> ids) {}

    /** The features it builds on. */
    public record Neighbors(
            IdentityModule identity,
            CatalogModule catalog,
            OrdersModule orders,
            FulfillmentModule fulfillment,
            ShippingModule shipping,
            PrintingModule printing) {}

    public SyncModule(Surroundings around, Neighbors near) {
        JournalStore journal = new JournalStore();
        DiscrepancyStore discrepancies = new DiscrepancyStore();
        LongWork longWork = new PacedThread("stations", around.precedence(), REST);
        SyncCoreModule core = core(around, near, journal, discrepancies, longWork);
        this.files = new JournalFileRoutes(core.takeCommands(), core.openJournal());
        this.stations =
                new SyncRoutes(
                        around.transactions(),
                        journal,
                        core.openJournal(),
                        core.readFeed(),
                        new PokeStation(
                                around.transactions(),
                                around.feed(),
                                around.poke(),
                                around.clock()),
                        core.takeCommands(),
                        longWork);
        this.recalls =
                new RecallRoutes(
                        around.transactions(),
                        new RecallParcel(near.fulfillment(), near.orders(), near.identity()));
        this.leases = new LeaseRoutes(core.lendNumbers());
        this.leads =
                new DiscrepancyRoutes(
                        around.transactions(),
                        discrepancies,
                        new ResolveDiscrepancy(
                                around.transactions(),
                                discrepancies,
                                core.bookFact(),
                                near.fulfillment()));
    }

    private static SyncCoreModule core(
            Surroundings around,
            Neighbors near,
            JournalStore journal,
            DiscrepancyStore discrepancies,
            LongWork longWork) {
        return new SyncCoreModule(
                new SyncCoreModule.Ports(
                        around.transactions().plannedOnce(),
                        journal,
                        new OwnerStore(),
                        discrepancies,
                        new KnownStations(near.identity()),
                        new BookedFloor(
                                near.fulfillment(),
                                near.shipping(),
                                near.printing(),
                                near.orders()),
                        around.feed(),
                        new JobBoard(
                                near.identity(),
                                near.catalog(),
                                near.orders(),
                                near.fulfillment(),
                                near.shipping(),
                                near.printing(),
                                around.documents()),
                        new NumberRangeStore(near.shipping())),
                around.poke(),
                around.clock(),
                around.ids(),
                longWork);
    }

    public List<Route> routes() {
        return Stream.of(
                        stations.routes(),
                        files.routes(),
                        recalls.routes(),
                        leases.routes(),
                        leads.routes())
                .flatMap(List::stream)
                .toList();
    }
}
