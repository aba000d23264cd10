package io.fulfillx.desktop.store;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** How long a station remembers whose parcel it packed. */
class ForgetPeopleTest {
    private static final Instant PACKED = Instant.parse("2026-03-01T12:00:00Z");
    private final PackJob job = job(1, line(1, "CUP", 3, "A-1"));
    @TempDir Path home;

    private StationStore after(Duration time) {
        return StationStore.open(home, Clock.fixed(PACKED.plus(time), ZoneOffset.UTC));
    }

    private void pack() {
        try (StationStore store = after(Duration.ZERO)) {
            store.apply(page(job));
            ParcelWork work = store.job(parcel(1)).orElseThrow().work().packed(PACKED);
            store.confirm(
                    StationChange.of(
                            OPERATOR,
                            work,
                            new StationCommand.ParcelPacked(
                                    parcel(1),
                                    job.paidLabel().trackingNumber(),
                                    "S1",
                                    new Weight(380))));
        }
    }

    private boolean remembers(Duration time) {
        try (StationStore store = after(time)) {
            store.forgetOld();
            boolean remembered = store.job(parcel(1)).isPresent();
            assertEquals(remembered, !store.jobs().isEmpty());
            return remembered;
        }
    }

    @Test
    void aBuyerIsForgottenTwoDaysAfterTheServerHasEverything() {
        pack();
        try (StationStore store = after(Duration.ofHours(1))) {
            store.answered(
                    store.epoch(),
                    new BatchReply(1, List.of(new CommandVerdict(1, Verdict.APPLIED, null))));
        }
        assertTrue(remembers(Duration.ofHours(47)));
        assertFalse(remembers(Duration.ofHours(49)));
    }

    @Test
    void whatTheServerHasNotAnsweredIsNeverForgotten() {
        pack();
        assertTrue(remembers(Duration.ofDays(400)));
    }
}
