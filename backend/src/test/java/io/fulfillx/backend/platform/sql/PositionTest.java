package io.fulfillx.backend.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class PositionTest {
    private static final long EPOCH = 1L << 32;

    @Test
    void aRowsThirtyTwoBitsAreOfTheEpochInWhichTheyAreNotInTheFuture() {
        assertEquals(new Position(700), Position.of(700, 800));
        assertEquals(new Position(3 * EPOCH + 700), Position.of(700, 3 * EPOCH + 800));
        assertEquals(new Position(2 * EPOCH + 900), Position.of(900, 3 * EPOCH + 800));
    }

    @Test
    void aPositionSurvivesItsTextAndAnythingElseIsNone() {
        assertEquals(Optional.of(new Position(77)), Position.find(new Position(77).toString()));
        assertEquals(Optional.empty(), Position.find(""));
        assertEquals(Optional.empty(), Position.find("7'; drop"));
    }
}
