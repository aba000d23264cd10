package io.fulfillx.backend.sync;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Poke;
import io.fulfillx.backend.platform.http.Route;
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
    private final SyncRoutes stations;
    private final JournalFileRoutes files;
    private final DiscrepancyRoutes leads;
    private final RecallRoutes recalls;

    /** What is shared with others. */
    public record Surroundings(
            Transactions transactions,
            Feed feed,
            Poke poke,
            ObjectStore documents,
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
        OwnerStore owners = new OwnerStore();
        DiscrepancyStore discrepancies = new DiscrepancyStore();
        JobBoard board =
                new JobBoard(
                        near.identity(),
                        near.catalog(),
                        near.orders(),
                        near.fulfillment(),
                        near.shipping(),
                        near.printing(),
                        around.documents());
        BookFact bookFact = bookFact(near);
        RuleOnAct ruleOnAct = ruleOnAct(near, bookFact);
        StationJournals journals = new StationJournals(journal, owners, near.identity());
        OpenStationJournal openJournal =
                new OpenStationJournal(around.transactions(), near.identity(), journal, owners);
        TakeCommands takeCommands =
                new TakeCommands(
                        around.transactions(),
                        journals,
                        discrepancies,
                        ruleOnAct,
                        near.fulfillment(),
                        near.orders(),
                        around.ids());
        this.files = new JournalFileRoutes(takeCommands, openJournal);
        this.stations =
                new SyncRoutes(
                        around.transactions(),
                        journal,
                        openJournal,
                        new ReadFeed(
                                around.transactions(),
                                around.feed(),
                                around.poke(),
                                near.identity(),
                                board,
                                around.clock()),
                        new PokeStation(
                                around.transactions(),
                                around.feed(),
                                around.poke(),
                                around.clock()),
                        takeCommands);
        this.recalls =
                new RecallRoutes(
                        around.transactions(),
                        new RecallParcel(near.fulfillment(), near.orders(), near.identity()));
        this.leads =
                new DiscrepancyRoutes(
                        around.transactions(),
                        discrepancies,
                        new ResolveDiscrepancy(
                                around.transactions(),
                                discrepancies,
                                bookFact,
                                near.fulfillment()));
    }

    private static BookFact bookFact(Neighbors near) {
        return new BookFact(
                near.fulfillment(), near.shipping(), near.printing(), near.orders().tasks());
    }

    private static RuleOnAct ruleOnAct(Neighbors near, BookFact bookFact) {
        return new RuleOnAct(
                bookFact, near.fulfillment(), near.shipping(), near.orders(), near.identity());
    }

    public List<Route> routes() {
        return Stream.of(stations.routes(), files.routes(), recalls.routes(), leads.routes())
                .flatMap(List::stream)
                .toList();
    }
}
