package io.fulfillx.backend.sync;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.FeedSource;
import io.fulfillx.backend.platform.event.Poke;
import io.fulfillx.backend.platform.job.LongWork;
import io.fulfillx.backend.platform.sql.Commits;
import io.fulfillx.backend.sync.StationJournals.Origin;
import io.fulfillx.backend.sync.TakeCommands.Taken;
import io.fulfillx.backend.sync.api.DiscrepancyBook;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.backend.sync.api.JobSource;
import io.fulfillx.backend.sync.api.JournalBook;
import io.fulfillx.backend.sync.api.NumberBook;
import io.fulfillx.backend.sync.api.OwnerBook;
import io.fulfillx.backend.sync.api.StationTrust;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.JournalOpened;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.OpenJournal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * All that is decided about stations' journals and feeds, over books that may lie in a database or
 * in memory. The server and its simulation run the same.
 */
public final class SyncCoreModule {
    private final OpenStationJournal openJournal;
    private final TakeCommands takeCommands;
    private final ReadFeed readFeed;
    private final BookFact bookFact;
    private final LendNumbers lendNumbers;

    /** Where everything is kept. */
    public record Ports(
            Commits commits,
            JournalBook journals,
            OwnerBook owners,
            DiscrepancyBook discrepancies,
            StationTrust trust,
            Floor floor,
            FeedSource feed,
            JobSource jobs,
            NumberBook numbers) {}

    /**
     * @param longWork where backlogs and long pages are worked on
     */
    public SyncCoreModule(
            Ports ports, Poke poke, Clock clock, Supplier<UUID> ids, LongWork longWork) {
        this.bookFact = new BookFact(ports.floor());
        this.openJournal =
                new OpenStationJournal(
                        ports.commits(), ports.trust(), ports.journals(), ports.owners());
        StationJournals journals =
                new StationJournals(ports.journals(), ports.owners(), ports.trust());
        this.takeCommands =
                new TakeCommands(
                        ports.commits(),
                        journals,
                        new RuleOnAct(bookFact, ports.floor(), ports.trust()),
                        new BookRows(
                                ports.commits(),
                                journals,
                                ports.discrepancies(),
                                ports.floor(),
                                ids),
                        longWork);
        this.lendNumbers = new LendNumbers(ports.commits(), ports.owners(), ports.numbers());
        this.readFeed =
                new ReadFeed(ports.commits(), ports.feed(), poke, ports.jobs(), clock, longWork);
    }

    OpenStationJournal openJournal() {
        return openJournal;
    }

    TakeCommands takeCommands() {
        return takeCommands;
    }

    ReadFeed readFeed() {
        return readFeed;
    }

    BookFact bookFact() {
        return bookFact;
    }

    LendNumbers lendNumbers() {
        return lendNumbers;
    }

    /** A station says which journal it goes on with. */
    public JournalOpened open(OrgId org, StationId station, OpenJournal asked) {
        return openJournal.open(org, station, asked);
    }

    /**
     * Rows of a station's journal.
     *
     * @param generation what the batch named
     * @param commands an array of journal rows
     * @throws Fault GAP when rows before these are missing, CONFLICT when this journal must not go
     *     on
     */
    public BatchReply take(
            OrgId org, StationId station, String epoch, long generation, JsonNode commands) {
        return take(new Origin(org, station, epoch, OptionalLong.of(generation), false), commands);
    }

    /**
     * Rows of a station's journal that somebody carried here by hand.
     *
     * @throws Fault GAP when rows before these are missing
     */
    public BatchReply takeByHand(OrgId org, StationId station, String epoch, JsonNode commands) {
        return take(new Origin(org, station, epoch, OptionalLong.empty(), true), commands);
    }

    private BatchReply take(Origin origin, JsonNode commands) {
        return switch (takeCommands.take(origin, SyncRoutes.rows(commands))) {
            case Taken.All(long lastN, var verdicts) -> new BatchReply(lastN, verdicts);
            case Taken.Gap(long lastN) ->
                    throw new Fault(Fault.Code.GAP, "Rows are missing behind row " + lastN + ".");
        };
    }

    /** Numbers that the station may give to plates and labels. */
    public NumberRange lend(OrgId org, StationId station, LeaseNumbers asked) {
        return lendNumbers.lend(org, station, asked);
    }

    /**
     * What changed for a station.
     *
     * @param cursor as an earlier page gave it; empty to begin
     */
    public FeedPage feed(OrgId org, StationId station, Optional<String> cursor) {
        return readFeed.read(org, station, cursor, Duration.ZERO);
    }
}
