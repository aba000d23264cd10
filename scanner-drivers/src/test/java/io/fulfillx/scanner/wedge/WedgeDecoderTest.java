package io.fulfillx.scanner.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.scanner.virtual.GunPace;
import io.fulfillx.scanner.virtual.KeyBurst;
import io.fulfillx.scanner.virtual.VirtualWedge;
import io.fulfillx.scanner.wedge.WedgeEvent.Scanned;
import io.fulfillx.scanner.wedge.WedgeEvent.Typed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

class WedgeDecoderTest {
    private WedgeDecoder decoder = new WedgeDecoder();
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

    private String typed() {
        StringBuilder all = new StringBuilder();
        for (WedgeEvent event : events) {
            if (event instanceof Typed(var text)) {
                all.append(text);
            }
        }
        return all.toString();
    }

    private long scans() {
        return events.stream().filter(Scanned.class::isInstance).count();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "5", "30", "60"})
    void aQuickBurstWithEnterIsAScan(int gapMillis) {
        keys("4006381333931\r", gapMillis);
        assertEquals(List.of(new Scanned("4006381333931")), events);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 120, 250, 600})
    void slowKeysAllComeOutAgainInOrder(int gapMillis) {
        keys("order FXT12 is short\r", gapMillis);
        pause(500);
        assertEquals("order FXT12 is short\r", typed());
        assertEquals(0, scans());
    }

    @Test
    void aTypistIsNotHeldBackOnceKnown() {
        keys("box is", 110);
        events.clear();
        keys(" ", 110);
        assertEquals(List.of(new Typed(" ")), events);
    }

    @Test
    void aSingleKeyComesOutAfterAMoment() {
        keys("7", 500);
        assertTrue(decoder.isWaiting());
        pause(201);
        assertEquals(List.of(new Typed("7")), events);
        assertFalse(decoder.isWaiting());
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
    void theDownKeyAfterEnterBelongsToTheScan() {
        keys("12345\r", 5);
        assertTrue(decoder.down(nanos() + 5_000_000));
        assertFalse(decoder.down(nanos() + 10_000_000));
    }

    @Test
    void aBurstWithoutEnterIsAScanAfterAPause() {
        keys("4006381333931", 5);
        pause(250);
        assertEquals(List.of(), events);
        pause(60);
        assertEquals(List.of(new Scanned("4006381333931")), events);
    }

    @Test
    void anEnterThatIsLateDoesNotPressAButton() {
        keys("4006381333931", 5);
        pause(310);
        keys("\r", 50);
        assertEquals(List.of(new Scanned("4006381333931")), events);
    }

    @Test
    void aStallInsideAScanDoesNotCutIt() {
        keys("40063", 10);
        millis += 190;
        keys("81333931\r", 10);
        assertEquals(List.of(new Scanned("4006381333931")), events);
    }

    @Test
    void aScanAfterTypingIsSeparated() {
        keys("abc", 150);
        pause(300);
        keys("12345\r", 5);
        assertEquals("abc", typed());
        assertEquals(new Scanned("12345"), events.getLast());
    }

    @Test
    void aKeyHeldDownIsNoScan() {
        keys("0", 500);
        keys("0", 400);
        keys("0000000000\r", 30);
        pause(500);
        assertEquals("000000000000\r", typed());
        assertEquals(0, scans());
    }

    @Test
    void keysThatOverlapAreAPersons() {
        decoder.released();
        for (int i = 0; i < 6; i++) {
            millis += 58;
            events.addAll(decoder.typed("FXT901".charAt(i), nanos()));
            if (i > 0) {
                decoder.released();
            }
        }
        keys("\r", 58);
        pause(500);
        assertEquals("FXT901\r", typed());
    }

    @Test
    void prefixAndSuffixDoNotBelongToTheText() {
        decoder = new WedgeDecoder(WedgeSettings.usual().withAround("~", "#"));
        keys("~12345#\r", 5);
        assertEquals(List.of(new Scanned("12345")), events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001D", "{GS}", "<GS>", "^]"})
    void everyFormOfTheSeparatorIsTheSeparator(String form) {
        keys("]C10109521234543213" + form + "21A\r", 8);
        assertEquals(List.of(new Scanned("]C10109521234543213\u001D21A")), events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"29", "029", "0029"})
    void anAltCodeIsItsCharacterOnce(String digits) {
        keys("10ABC", 8);
        digits.chars().forEach(digit -> decoder.altDigit((char) digit));
        events.addAll(decoder.altReleased(nanos()));
        keys("\u001D", 1);
        keys("21X\r", 8);
        assertEquals(List.of(new Scanned("10ABC\u001D21X")), events);
    }

    @Test
    void controlAndTheBracketIsTheSeparatorOnAnyLayout() {
        assertTrue(decoder.isSeparator(']'));
        assertFalse(decoder.isSeparator('c'));
        LayoutRepair german = new LayoutRepair(KeyboardLayout.US, KeyboardLayout.DE, false);
        decoder = new WedgeDecoder(WedgeSettings.usual().withRepair(german));
        assertTrue(decoder.isSeparator('+'));
    }

    @Test
    void theCalibrationBarcodeRepairsWhatFollows() {
        LayoutRepair fault = new LayoutRepair(KeyboardLayout.US, KeyboardLayout.DE, false);
        keys(fault.garbled(LayoutCalibration.TEXT) + "\r", 8);
        keys(fault.garbled("ZY-12/Y_(x)") + "\r", 8);
        assertEquals(List.of(new WedgeEvent.Calibrated(fault), new Scanned("ZY-12/Y_(x)")), events);
    }

    @ParameterizedTest
    @EnumSource(GunPace.class)
    void noKeyOfAScanLeaksWhateverThePace(GunPace pace) {
        VirtualWedge gun = new VirtualWedge(new Random(11));
        KeyBurst burst = gun.scan(pace, 20, "]C10109521234543213\u001D21A", "\r");
        burst.play(
                nanos(),
                (character, nanoTime) -> events.addAll(decoder.typed(character, nanoTime)));
        assertEquals(List.of(new Scanned(burst.text())), events);
    }

    @Test
    void nothingIsEverSwallowedWhateverIsTyped() {
        Random random = new Random(5);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            char character = (char) ('a' + random.nextInt(26));
            all.append(character);
            keys(String.valueOf(character), random.nextInt(4) == 0 ? 300 : random.nextInt(120));
        }
        pause(1_000);
        StringBuilder out = new StringBuilder();
        for (WedgeEvent event : events) {
            out.append(
                    switch (event) {
                        case Typed(var text) -> text;
                        case Scanned(var text) -> text;
                        case WedgeEvent.Calibrated(var _) -> "";
                    });
        }
        assertEquals(all.toString(), out.toString());
    }
}
