package io.fulfillx.launcher.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.sync.ServerLine;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An act that a station hands in again under another number, because its journal began anew. */
class RepeatedActTest {
    @TempDir Path folder;

    @Test
    void isJudgedAlikeAlsoWhenThatAnswerIsLost() throws Exception {
        try (MemoryHouse house = new MemoryHouse(folder)) {
            StationStore store = house.store(0);
            ServerLine line = house.line(0);
            StationIdentity identity = store.identity().orElseThrow();
            FeedPage _ = line.feed(identity, "", Duration.ZERO);
            store.confirm(
                    new StationChange(
                            new OperatorId(new UUID(7, 7)),
                            List.of(new ParcelSetAside(new ParcelId(new UUID(8, 8)), "lost")),
                            List.of(),
                            Optional.empty(),
                            false));
            assertEquals(Verdict.QUARANTINED, send(line, identity, store.outgoing()));
            store.outgoing().startEpoch();
            assertEquals(Verdict.QUARANTINED, send(line, identity, store.outgoing()));
            assertEquals(Verdict.QUARANTINED, send(line, identity, store.outgoing()));
        }
    }

    /** Sends the act; the station never hears the answer. */
    private static Verdict send(ServerLine line, StationIdentity identity, OutgoingJournal journal)
            throws Exception {
        journal.opened(line.open(identity, journal.opening("machine")).generation());
        BatchReply reply = line.push(identity, journal.next(Instant.EPOCH, 10));
        return reply.verdicts().getFirst().verdict();
    }
}
