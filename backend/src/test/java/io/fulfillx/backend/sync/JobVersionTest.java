package io.fulfillx.backend.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What makes a station keep the newest of what it hears of a parcel. */
class JobVersionTest {
    private final Floor floor = new Floor(TestBackend.assembly());

    private long version() {
        return TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(floor.org(), JobVersionStore::now);
    }

    @Test
    void whatIsReadAfterAChangeHasAHigherVersionWhateverTheClockSays() {
        long before = version();
        floor.item("MUG", 300, 1);
        assertTrue(version() > before);
    }

    @Test
    void stationsThatKnowVersionsOfAnEarlierReleaseTakeTheNextOne() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        assertTrue(version() > micros * 2);
        assertTrue(version() < 1L << 53);
    }
}
