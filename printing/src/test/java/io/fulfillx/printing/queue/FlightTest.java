package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.language.LabelWord;
import io.fulfillx.printing.queue.PrintOutcome.Printed;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeUnit;

class FlightTest extends FlightTrial {
    @Test
    void aCountThatMovesByTwoProvesTheFirstTwo() {
        Flight flight = flight(10L, true, 4);
        flight.hear(count(12), 0);
        assertEquals(2, settled());
        assertEquals(COUNTED, outcome(1));
    }

    @Test
    void anAnnouncementProvesItsOwnLabelAndNoOther() {
        Flight flight = flight(null, false, 3);
        flight.hear(new Heard(null, null, 0, List.of("T1")), 0);
        assertEquals(1, settled());
        assertEquals(new Printed(Evidence.ANNOUNCEMENT), outcome(1));
    }

    @Test
    void anAnnouncedLabelIsNotCountedTwice() {
        Flight flight = flight(10L, true, 3);
        flight.hear(new Heard(null, null, 0, List.of("T0")), 0);
        flight.hear(count(11), 0);
        assertEquals(1, settled());
    }

    @Test
    void anIdleWordFromBeforeTheLastLabelLeftProvesNothing() {
        Flight flight = flight(null, true, 2);
        flight.hear(new Heard(IDLE, null, 1, List.of()), 0);
        flight.hear(new Heard(IDLE, null, 1, List.of()), 2 * QUIET);
        assertEquals(0, settled());
    }

    @Test
    void withoutACountAPrinterThatStaysIdleHasPrintedEverything() {
        Flight flight = flight(null, true, 2);
        flight.hear(new Heard(IDLE, null, 2, List.of()), 0);
        assertEquals(0, settled());
        flight.hear(new Heard(IDLE, null, 2, List.of()), QUIET);
        assertEquals(2, settled());
        assertEquals(new Printed(Evidence.STATUS), outcome(1));
    }

    @Test
    void aPrinterWhoseStatusHidesItsWorkIsNeverBelievedToBeDone() {
        Flight flight = flight(null, false, 1);
        flight.hear(new Heard(IDLE, null, 1, List.of()), 0);
        flight.hear(new Heard(IDLE, null, 1, List.of()), TimeUnit.HOURS.toNanos(1));
        assertEquals(0, settled());
    }

    @Test
    void aCountThatStillMovesIsNotQuiet() {
        Flight flight = flight(10L, true, 3);
        flight.hear(new Heard(IDLE, 10L, 3, List.of()), 0);
        flight.hear(new Heard(IDLE, 11L, 3, List.of()), QUIET);
        assertFalse(flight.quiet());
        flight.hear(new Heard(IDLE, 11L, 3, List.of()), 2 * QUIET);
        assertTrue(flight.quiet());
    }

    @Test
    void theWindowIsBoundedByLabelsAndByBytes() {
        Flight flight = flight(null, true, 3);
        assertTrue(flight.hasRoom(new PrintWindow(4, 100), 0, 0));
        assertFalse(flight.hasRoom(new PrintWindow(4, 100), 1, 1));
        assertFalse(flight.hasRoom(new PrintWindow(9, 4), 1, 1));
    }

    @Test
    void aPrinterThatRepeatsTheLabelItStoppedInIsCountedOnAsBefore() {
        Flight flight = flight(10L, true, 3);
        flight.hear(new Heard(OUT, 11L, 3, List.of()), 0);
        flight.hear(count(13), 1);
        assertEquals(3, settled());
    }

    @Test
    void aPrinterWhoseStatusHidesItsWorkIsNeverQuiet() {
        Flight flight = flight(10L, false, 1);
        flight.hear(new Heard(IDLE, 10L, 1, List.of()), 0);
        flight.hear(new Heard(IDLE, 10L, 1, List.of()), 9 * QUIET);
        assertFalse(flight.quiet());
    }

    @Test
    void acknowledgementsProveOneLabelAfterTheOther() {
        Flight flight = acknowledging(2);
        flight.hear(words(LabelWord.OUT), 0);
        assertEquals(new Printed(Evidence.ACKNOWLEDGEMENT), outcome(0));
        assertEquals(1, settled());
    }

    @Test
    void behindAStopThatWasToldTheMissingAcknowledgementIsThatOfTheLabelOnTheHead() {
        Flight flight = acknowledging(3);
        flight.hear(words(LabelWord.OUT, LabelWord.STOPPED, LabelWord.OUT), 0);
        assertEquals(1, settled());
        flight.hear(new Heard(IDLE, null, 3, List.of()), 1);
        flight.hear(new Heard(IDLE, null, 3, List.of()), 1 + QUIET);
        assertTrue(flight.knowsMissing());
        assertEquals(List.of(1), flight.abandon().stream().map(shot -> index(shot)).toList());
    }

    @Test
    void aPrinterThatNeverSaidAWordIsJudgedByItsStatus() {
        Flight flight = acknowledging(2);
        flight.hear(new Heard(IDLE, null, 2, List.of()), 0);
        flight.hear(new Heard(IDLE, null, 2, List.of()), QUIET);
        assertEquals(new Printed(Evidence.STATUS), outcome(1));
    }

    @Test
    void fewLabelsAreRiskedWhereTheCountIsLostWithTheConnection() {
        assertTrue(acknowledging(1).hasRoom(PrintWindow.STANDARD, 0, 0));
        assertFalse(acknowledging(2).hasRoom(PrintWindow.STANDARD, 0, 0));
    }

    @Test
    void aWordAfterASilenceMayBeAboutALabelBehindOneThatWasForgotten() {
        Flight flight = acknowledging(2);
        flight.silence();
        flight.hear(words(LabelWord.OUT), 0);
        assertEquals(0, settled());
        flight.hear(words(LabelWord.OUT), 1);
        assertEquals(2, settled());
    }
}
