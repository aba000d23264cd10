package io.fulfillx.launcher.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.store.LentNumbers;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.sync.PullFeed;
import io.fulfillx.desktop.sync.SendJournal;
import io.fulfillx.desktop.sync.ServerLine;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.sync.StationCommand.ParcelPlated;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A cancel of an order whose parcel a station has put on the lane meanwhile. */
class CancelOnLaneTest {
    @TempDir Path folder;

    @Test
    void waitsUntilTheStationHasHeardOfIt() throws Exception {
        try (MemoryHouse house = new MemoryHouse(folder)) {
            StationStore store = house.store(0);
            ServerLine line = house.line(0);
            var identity = store.identity().orElseThrow();
            SendJournal sender = new SendJournal(store, identity, line, "machine");
            PullFeed puller = new PullFeed(store, identity, line, sender);
            int order = house.order(0, 1);
            FeedPage _ = puller.round(Duration.ZERO);
            plate(store);
            house.cancel(order);
            assertEquals(SendJournal.Sent.SOME, sender.round());
            assertFalse(house.isCancelled(order));
            FeedPage told = puller.round(Duration.ZERO);
            assertEquals(JobState.WITHDRAWN, told.jobs().getFirst().state());
            FeedPage _ = puller.round(Duration.ZERO);
            assertTrue(house.isCancelled(order));
        }
    }

    private static void plate(StationStore store) {
        StoredJob job = store.jobs().getFirst();
        NumberRange range = new NumberRange(NumberSeries.plates(0, "9521000"), 7, 8);
        LentNumbers numbers = store.numbers();
        numbers.lent(numbers.wanted(LentNumbers.PLATES).orElseThrow(), range);
        store.confirm(
                StationChange.of(
                        new OperatorId(new UUID(7, 7)),
                        job.work().plated(range.plate()),
                        new ParcelPlated(
                                job.job().parcelId(), range.plate(), "S", new Weight(500))));
    }
}
