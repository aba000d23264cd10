package io.fulfillx.scanner.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.scanner.wedge.WedgeEvent.Scanned;
import io.fulfillx.scanner.wedge.WedgeEvent.Typed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

class WedgeDecoderTest {
    private final WedgeDecoder decoder = new WedgeDecoder();
    private final List<WedgeEvent> events = new ArrayList<>();
    private long millis = 1_000;

    private void keys(String text, int gapMillis) {
        for (int i = 0; i < text.length(); i++) {
            millis += gapMillis;
            events.addAll(decoder.typed(text.charAt(i), nanos()));
        }
    }

    private void pause(int pauseMillis) {
        millis += pauseMillis;
        events.addAll(decoder.idle(nanos()));
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "5", "30", "60"})
    void aQuickBurstWithEnterIsAScan(int gapMillis) {
        keys("4006381333931\r", gapMillis);
        assertEquals(List.of(new Scanned("4006381333931")), events);
    }

    @ParameterizedTest
    @CsvSource({"61", "90", "200"})
    void slowKeysAreTypedEachByItself(int gapMillis) {
        keys("FXT1\r", gapMillis);
        assertEquals(
                List.of(
                        new Typed("F"),
                        new Typed("X"),
                        new Typed("T"),
                        new Typed("1"),
                        new Typed("\r")),
                withRest());
    }

    private List<WedgeEvent> withRest() {
        pause(100);
        return events;
    }

    @Test
    void fewerThanFourCharactersAreTyped() {
        keys("123\r", 5);
        assertEquals(List.of(new Typed("123\r")), events);
    }

    @Test
    void tabEndsAScanToo() {
        keys("12345\t", 5);
        assertEquals(List.of(new Scanned("12345")), events);
    }

    @Test
    void bothHalvesOfCarriageReturnAndLineFeedAreOneEnter() {
        keys("12345\r\n67890\r\n", 5);
        assertEquals(List.of(new Scanned("12345"), new Scanned("67890")), events);
    }

    @Test
    void aBurstWithoutEnterIsTypedAfterAPause() {
        keys("12345", 5);
        pause(100);
        assertEquals(List.of(new Typed("12345")), events);
    }

    @Test
    void aScanAfterTypingIsSeparated() {
        keys("ab", 150);
        pause(10);
        keys("c", 150);
        pause(200);
        keys("12345\r", 5);
        assertEquals(
                List.of(new Typed("a"), new Typed("b"), new Typed("c"), new Scanned("12345")),
                events);
    }

    @Test
    void aPauseBeforeEnterMakesItATypist() {
        keys("12345", 5);
        keys("\r", 61);
        assertEquals(List.of(new Typed("12345"), new Typed("\r")), events);
    }
}
