package io.fulfillx.launcher.simulate;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.backend.sync.api.NumberBook;
import io.fulfillx.backend.sync.api.OwnerBook;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.JournalOpened;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What a run is built of. A planted bug is a part that was swapped for a wrong one. */
class Parts {
    MemoryFeed feed(Books books) {
        return new MemoryFeed(books);
    }

    MemoryStock stock(Books books) {
        return new MemoryStock(books);
    }

    House house(Books books, MemoryFeed feed, MemoryStock stock, Clock clock, Supplier<UUID> ids) {
        return new House(books, feed, stock, clock, ids);
    }

    MemoryLane lane(House house) {
        return new MemoryLane(house);
    }

    NumberBook numbers(Books books) {
        return new MemoryNumbers(books);
    }

    Desk desk(House house, MemoryStock stock) {
        return new Desk(house, stock);
    }

    JournalBook journals(MemoryJournals journals, Books books) {
        return journals;
    }

    OwnerBook owners(Books books) {
        return new MemoryOwners(books);
    }

    Floor floor(House house) {
        return new MemoryFloor(house);
    }

    LabelClerk clerk(OrgId org, MemoryCommits commits, House house, SimCarrier carrier) {
        return new LabelClerk(org, commits, house, carrier);
    }

    /** Rows came to the server. */
    void taking(JsonNode rows) {}

    /** Somebody at a station is about to do something. */
    void beforeWork(SimStation station) {}

    /** A station is about to burn the number of a plate. */
    void beforePlate(SimStation station) {}

    /** The act that burned it is durable. */
    void behindPlate(SimStation station, boolean crashes) {}

    /** The label that is stuck on a parcel; empty when it has none that fits. */
    Optional<LabelDocument> paper(StoredJob stored) {
        return stored.carrierLabel();
    }

    /** What a station hears when it asks how to go on. */
    JournalOpened heard(JournalOpened answer) {
        return answer;
    }

    /** A page came to a station and is about to be taken in. */
    void beforePage(SimStation station, FeedPage page) {}

    /** A page was taken in. */
    void behindPage(SimStation station, FeedPage page) {}

    /** The station drops what it needs no more. */
    void prune(SimStation station) {
        int _ = station.store().prune(java.time.Duration.ofDays(2), 100);
    }

    /** The packer takes the newest act back; whether that was possible. */
    boolean undo(SimStation station, StationStore store, Undoable act) {
        return store.undo(act.commandId(), act.before());
    }
}
