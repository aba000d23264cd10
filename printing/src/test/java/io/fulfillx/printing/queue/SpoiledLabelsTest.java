package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Printers that leave a spoiled label out and go on with the next. */
class SpoiledLabelsTest extends FlightTrial {
    @Test
    void aLabelSpoiledOnTheHeadIsTheOneThatIsMissingNotTheLastOne() {
        reprints = false;
        Flight flight = flight(10L, true, 4);
        flight.hear(new Heard(OUT, 11L, 4, List.of()), 0);
        flight.hear(new Heard(IDLE, 13L, 4, List.of()), 0);
        flight.hear(new Heard(IDLE, 13L, 4, List.of()), QUIET);
        assertEquals(List.of(1), flight.abandon().stream().map(shot -> index(shot)).toList());
        assertEquals(COUNTED, outcome(3));
    }

    @Test
    void aSpoiledLabelThatIsAnnouncedAllTheSameIsInDoubt() {
        reprints = false;
        Flight flight = flight(null, false, 2);
        flight.hear(new Heard(OUT, null, 2, List.of()), 0);
        flight.hear(new Heard(null, null, 0, List.of("T0", "T1")), 1);
        assertInstanceOf(Unknown.class, outcome(0));
        assertEquals(1, settled());
        flight.hear(new Heard(IDLE, null, 2, List.of()), 2);
        flight.hear(new Heard(IDLE, null, 2, List.of()), 3);
        assertEquals(new Printed(Evidence.ANNOUNCEMENT), outcome(1));
    }

    @Test
    void aLabelAnnouncedJustWhenThePrinterStoppedIsInDoubt() {
        reprints = false;
        Flight flight = flight(null, false, 1);
        flight.hear(new Heard(null, null, 0, List.of("T0")), 0);
        flight.hear(new Heard(OUT, null, 1, List.of()), 1);
        assertInstanceOf(Unknown.class, outcome(0));
    }

    @Test
    void withoutACountAStopPutsWhatWasOnItsWayInDoubt() {
        reprints = false;
        Flight flight = flight(null, true, 2);
        flight.hear(new Heard(OUT, null, 2, List.of()), 0);
        flight.hear(new Heard(IDLE, null, 2, List.of()), 0);
        flight.hear(new Heard(IDLE, null, 2, List.of()), QUIET);
        assertInstanceOf(Unknown.class, outcome(1));
    }

    @Test
    void aCountIsNotCreditedToTheLabelBehindAnAnnouncedOne() {
        reprints = false;
        Flight flight = flight(10L, false, 2);
        flight.hear(new Heard(BUSY, 11L, 2, List.of("T0")), 0);
        flight.hear(count(11), 1);
        flight.hear(count(11), 2);
        assertEquals(1, settled());
        assertEquals(new Printed(Evidence.ANNOUNCEMENT), outcome(0));
    }

    @Test
    void aLabelThatLeavesBehindAnAnnouncedOneIsCountedBehindIt() {
        reprints = false;
        Flight flight = flight(10L, false, 2);
        flight.hear(new Heard(null, null, 0, List.of("T0")), 0);
        assertEquals(12L, flight.countBefore(0));
    }

    @Test
    void aCountOfAllThatLeftClearsTheSuspectToo() {
        reprints = false;
        Flight flight = flight(10L, false, 2);
        flight.hear(new Heard(OUT, 10L, 2, List.of()), 0);
        assertFalse(flight.hasRoom(PrintWindow.STANDARD, 0, 0));
        flight.hear(count(12), 1);
        assertEquals(COUNTED, outcome(0));
        assertEquals(2, settled());
    }

    @Test
    void anAnnouncementThatTheCountDoesNotConfirmProvesNothing() {
        reprints = false;
        Flight flight = flight(10L, false, 2);
        flight.hear(new Heard(IDLE, 11L, 2, List.of("T0", "T1")), 0);
        flight.hear(new Heard(IDLE, 11L, 2, List.of()), 1);
        flight.hear(new Heard(IDLE, 11L, 2, List.of()), QUIET);
        assertInstanceOf(Unknown.class, outcome(0));
        assertInstanceOf(Unknown.class, outcome(1));
    }

    @Test
    void announcedLabelsAreOutWhenTheCountAgreesTwice() {
        reprints = false;
        Flight flight = flight(10L, false, 3);
        flight.hear(new Heard(BUSY, 12L, 3, List.of("T0", "T1")), 0);
        flight.hear(count(12), 1);
        assertEquals(0, settled());
        flight.hear(count(12), 2);
        assertEquals(2, settled());
        assertEquals(13L, flight.countBefore(0));
    }

    @Test
    void aSpoiledLabelThatWasAnnouncedIsMissingInTheCountAndSentAgain() {
        reprints = false;
        Flight flight = flight(10L, false, 3);
        flight.hear(new Heard(OUT, 11L, 3, List.of("T0", "T1")), 0);
        flight.hear(new Heard(IDLE, 12L, 3, List.of("T2")), 1);
        flight.hear(new Heard(IDLE, 12L, 3, List.of()), 1 + QUIET);
        assertTrue(flight.knowsMissing());
        assertEquals(List.of(1), flight.abandon().stream().map(shot -> index(shot)).toList());
        assertEquals(new Printed(Evidence.ANNOUNCEMENT), outcome(2));
    }

    @Test
    void aPartOfTheCountProvesNothingWhereAStopMayHaveGoneUnseen() {
        reprints = false;
        Flight flight = flight(10L, true, 3);
        flight.hear(count(12), 0);
        assertEquals(0, settled());
        flight.hear(count(13), 1);
        assertEquals(3, settled());
    }

    @Test
    void aMissingLabelMayBeAnyWhenNoStopWasSeen() {
        reprints = false;
        Flight flight = flight(10L, true, 2);
        flight.hear(new Heard(IDLE, 11L, 2, List.of()), 0);
        flight.hear(new Heard(IDLE, 11L, 2, List.of()), QUIET);
        assertFalse(flight.knowsMissing());
        assertInstanceOf(Unknown.class, outcome(0));
        assertInstanceOf(Unknown.class, outcome(1));
    }

    @Test
    void ofTwoStopsNobodyKnowsWhichHasSpoiledTheMissingLabel() {
        reprints = false;
        Flight flight = flight(10L, true, 3);
        flight.hear(new Heard(OUT, 10L, 3, List.of()), 0);
        flight.hear(count(11), 1);
        flight.hear(new Heard(OUT, 11L, 3, List.of()), 2);
        flight.hear(new Heard(IDLE, 12L, 3, List.of()), 3);
        flight.hear(new Heard(IDLE, 12L, 3, List.of()), 3 + QUIET);
        assertEquals(3, jobs.stream().filter(Passage::settled).count());
        assertInstanceOf(Unknown.class, outcome(0));
    }

    @Test
    void anUnseenStopBesideASeenOneMayHaveSpoiledTheMissingLabel() {
        reprints = false;
        Flight flight = flight(10L, true, 2);
        long later = 2 * Stops.BLIND.toNanos();
        flight.hear(new Heard(OUT, 10L, 2, List.of()), 0);
        flight.hear(new Heard(IDLE, 11L, 2, List.of()), later);
        flight.hear(new Heard(IDLE, 11L, 2, List.of()), later + QUIET);
        assertInstanceOf(Unknown.class, outcome(1));
    }

    @Test
    void aCountThatHasNotMovedProvesThatNoneIsOutWhateverStopped() {
        reprints = false;
        Flight flight = flight(10L, true, 2);
        flight.hear(new Heard(IDLE, 10L, 2, List.of()), 0);
        flight.hear(new Heard(IDLE, 10L, 2, List.of()), QUIET);
        assertTrue(flight.knowsMissing());
        assertEquals(2, flight.abandon().size());
    }

    @Test
    void anAnnouncementBesideTheCountMayHaveComeBehindIt() {
        reprints = false;
        Flight flight = flight(10L, false, 3);
        flight.hear(new Heard(null, null, 0, List.of("T0")), 0);
        flight.hear(new Heard(BUSY, 12L, 3, List.of("T1")), 1);
        flight.hear(count(12), 2);
        assertEquals(0, settled());
        flight.hear(count(12), 3);
        assertEquals(2, settled());
    }

    @Test
    void aPrinterThatWasSilentMayHaveForgottenLabelsAndItsCount() {
        reprints = false;
        restarts = true;
        Flight flight = flight(0L, true, 1);
        flight.silence();
        flight.hear(new Heard(IDLE, 0L, 1, List.of()), 0);
        flight.hear(new Heard(IDLE, 0L, 1, List.of()), QUIET);
        assertInstanceOf(Unknown.class, outcome(0));
    }

    @Test
    void aCountThatMovesTooFarMayHideAMissingLabel() {
        reprints = false;
        Flight flight = flight(10L, true, 2);
        flight.hear(new Heard(IDLE, 13L, 2, List.of()), 0);
        assertEquals(0, settled());
        flight.hear(new Heard(IDLE, 13L, 2, List.of()), QUIET);
        assertInstanceOf(Unknown.class, outcome(1));
    }

    @Test
    void aStopThatComesWhenALabelIsMissingAlreadyHasNotSpoiledIt() {
        reprints = false;
        Flight flight = flight(10L, true, 3);
        flight.hear(new Heard(IDLE, 12L, 3, List.of()), 0);
        flight.hear(new Heard(OUT, 12L, 3, List.of()), 1);
        flight.hear(new Heard(IDLE, 12L, 3, List.of()), 2);
        flight.hear(new Heard(IDLE, 12L, 3, List.of()), 2 + QUIET);
        assertInstanceOf(Unknown.class, outcome(0));
        assertInstanceOf(Unknown.class, outcome(2));
    }
}
