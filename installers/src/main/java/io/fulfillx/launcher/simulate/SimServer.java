package io.fulfillx.launcher.simulate;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Poke;
import io.fulfillx.backend.platform.job.LongWork;
import io.fulfillx.backend.sync.SyncCoreModule;
import io.fulfillx.desktop.sync.ServerRefusal;
import io.fulfillx.launcher.simulate.Books.Kept;
import io.fulfillx.model.id.Ids;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.JournalOpened;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.OpenJournal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The server: its real decisions over books in memory. */
final class SimServer {
    static final OrgId ORG = new OrgId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L));

    private final Parts parts;
    private final Books books = new Books();
    private final MemoryFeed feed;
    private final MemoryCommits commits;
    private final House house;
    private final MemoryStock stock;
    private final Desk desk;
    private final LabelClerk clerk;
    private final SyncCoreModule core;

    SimServer(Parts parts, SimClock clock, Chance chance, SimCarrier carrier) {
        this.parts = parts;
        Ids ids = new Ids(clock, chance.random());
        this.feed = parts.feed(books);
        this.commits = new MemoryCommits(books, feed);
        this.stock = parts.stock(books);
        this.house = parts.house(books, feed, stock, clock, ids);
        house.lane(parts.lane(house));
        this.desk = parts.desk(house, stock);
        this.clerk = parts.clerk(ORG, commits, house, carrier);
        this.core =
                new SyncCoreModule(
                        new SyncCoreModule.Ports(
                                commits,
                                parts.journals(new MemoryJournals(books), books),
                                parts.owners(books),
                                (_, id, parcel, _, code, _) ->
                                        books.discrepancies.put(id, new Kept(parcel, code)),
                                new MemoryTrust(books),
                                parts.floor(house),
                                feed,
                                new MemoryJobs(house),
                                parts.numbers(books)),
                        new Poke(),
                        clock,
                        ids,
                        LongWork.here());
    }

    Books books() {
        return books;
    }

    MemoryFeed feed() {
        return feed;
    }

    MemoryCommits commits() {
        return commits;
    }

    House house() {
        return house;
    }

    MemoryStock stock() {
        return stock;
    }

    Desk desk() {
        return desk;
    }

    LabelClerk clerk() {
        return clerk;
    }

    /** Runs something in a transaction. */
    void run(Runnable work) {
        boolean _ =
                commits.inOrg(
                        ORG,
                        _ -> {
                            work.run();
                            return true;
                        });
    }

    JournalOpened open(StationId station, OpenJournal asked) throws IOException, ServerRefusal {
        return answer(() -> core.open(ORG, station, asked));
    }

    BatchReply take(StationId station, String epoch, long generation, JsonNode rows)
            throws IOException, ServerRefusal {
        parts.taking(rows);
        return answer(() -> core.take(ORG, station, epoch, generation, rows));
    }

    NumberRange lend(StationId station, LeaseNumbers asked) throws IOException, ServerRefusal {
        return answer(() -> core.lend(ORG, station, asked));
    }

    BatchReply takeByHand(StationId station, String epoch, JsonNode rows)
            throws IOException, ServerRefusal {
        return answer(() -> core.takeByHand(ORG, station, epoch, rows));
    }

    FeedPage feed(StationId station, String cursor) throws IOException, ServerRefusal {
        Optional<String> place = cursor.isEmpty() ? Optional.empty() : Optional.of(cursor);
        return answer(() -> core.feed(ORG, station, place));
    }

    private <T> T answer(Supplier<T> work) throws IOException, ServerRefusal {
        try {
            return work.get();
        } catch (Fault e) {
            throw new ServerRefusal(e.code().status(), e.code().slug(), e.detail());
        } catch (ProgramCrash e) {
            commits.recover();
            throw new IOException("the server crashed " + e.getMessage(), e);
        }
    }

    List<Map<?, ?>> backup() {
        return books.backup();
    }

    /** The database is put back as it was, in another history of it. */
    void restore(List<Map<?, ?>> backup) {
        books.restore(backup);
        feed.restored();
    }
}
