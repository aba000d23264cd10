package io.fulfillx.backend.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

class CutoffPolicyTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private final CutoffPolicy sameDay = new CutoffPolicy(LocalTime.of(14, 0), NEW_YORK, 0, false);

    private static Instant at(String utc) {
        return Instant.parse(utc);
    }

    @Test
    void beforeTheCutoffItLeavesTheSameDay() {
        // A Wednesday, 13:59 in New York.
        assertEquals(at("2026-03-04T19:00:00Z"), sameDay.dueAt(at("2026-03-04T18:59:00Z")));
    }

    @Test
    void afterTheCutoffOnAFridayItLeavesOnMondayAcrossTheChangeOfClocks() {
        // Friday 15:00; on Sunday, March 8, clocks go forward.
        assertEquals(at("2026-03-09T18:00:00Z"), sameDay.dueAt(at("2026-03-06T20:00:00Z")));
    }

    @Test
    void weekendsCountWhereTheyAreWorkedOn() {
        CutoffPolicy always = new CutoffPolicy(LocalTime.of(14, 0), NEW_YORK, 1, true);
        assertEquals(at("2026-03-07T19:00:00Z"), always.dueAt(at("2026-03-06T18:00:00Z")));
    }
}
