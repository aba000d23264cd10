package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.language.LabelWord;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

class FlightTest {
    private static final long QUIET = Calm.LONG_ENOUGH.toNanos();
    private static final Printed COUNTED = new Printed(Evidence.COUNTER);
    private static final DeviceStatus IDLE = new DeviceStatus(Set.of(), 0, false);
    private static final DeviceStatus BUSY =
            new DeviceStatus(Set.of(PrinterCondition.PRINTING), 1, false);

    private static final DeviceStatus OUT =
            new DeviceStatus(Set.of(PrinterCondition.PAPER_OUT), 1, false);

    private final List<Passage> jobs = new ArrayList<>();
    private boolean reprints = true;
    private boolean acknowledges;
    private boolean restarts;

    private Flight flight(@Nullable Long base, boolean showsWork, int labels) {
        Flight flight = new Flight(base, new Manners(showsWork, reprints, acknowledges, restarts));
        for (int i = 0; i < labels; i++) {
            byte[] bytes = {'x'};
            Passage passage = new Passage(Bench.job("number " + i), List.of(bytes));
            jobs.add(passage);
            flight.launch(new Shot(passage, passage.launch(), bytes, "T" + i));
        }
        return flight;
    }

    private PrintOutcome outcome(int job) {
        return jobs.get(job).result(Instant.EPOCH).outcome();
    }

    private long settled() {
        return jobs.stream().filter(Passage::settled).count();
    }

    private static Heard count(long count) {
        return new Heard(BUSY, count, 99, List.of());
    }

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
    void afterALossTheCountDividesWhatCameOutFromWhatDidNot() {
        Flight flight = flight(10L, true, 4);
        List<Shot> lost = flight.conclude(11L);
        assertEquals(COUNTED, outcome(0));
        assertEquals(List.of(1, 2, 3), lost.stream().map(shot -> index(shot)).toList());
    }

    private int index(Shot shot) {
        return jobs.indexOf(shot.passage());
    }

    @Test
    void aLabelThatWasCutOffNeverComesOutWhateverTheCount() {
        Flight flight = flight(null, true, 2);
        flight.cutShort();
        List<Shot> lost = flight.conclude(null);
        assertEquals(1, lost.size());
        assertEquals(1, index(lost.getFirst()));
        assertInstanceOf(Unknown.class, outcome(0));
    }

    @Test
    void aCountThatOthersMovedProvesNothing() {
        Flight flight = flight(10L, true, 2);
        assertEquals(List.of(), flight.conclude(13L));
        assertInstanceOf(Unknown.class, outcome(0));
        assertInstanceOf(Unknown.class, outcome(1));
    }

    @Test
    void aCountThatBeganAnewProvesNothing() {
        Flight flight = flight(10L, true, 1);
        assertEquals(List.of(), flight.conclude(0L));
        assertInstanceOf(Unknown.class, outcome(0));
    }

    @Test
    void theWindowIsBoundedByLabelsAndByBytes() {
        Flight flight = flight(null, true, 3);
        assertTrue(flight.hasRoom(new PrintWindow(4, 100), 0, 0));
        assertFalse(flight.hasRoom(new PrintWindow(4, 100), 1, 1));
        assertFalse(flight.hasRoom(new PrintWindow(9, 4), 1, 1));
    }

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
    void aPrinterThatRepeatsTheLabelItStoppedInIsCountedOnAsBefore() {
        Flight flight = flight(10L, true, 3);
        flight.hear(new Heard(OUT, 11L, 3, List.of()), 0);
        flight.hear(count(13), 1);
        assertEquals(3, settled());
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
    void aPrinterWhoseStatusHidesItsWorkIsNeverQuiet() {
        Flight flight = flight(10L, false, 1);
        flight.hear(new Heard(IDLE, 10L, 1, List.of()), 0);
        flight.hear(new Heard(IDLE, 10L, 1, List.of()), 9 * QUIET);
        assertFalse(flight.quiet());
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
    void afterALossAcknowledgementsOfTheOldConnectionCannotComeAnyMore() {
        Flight flight = acknowledging(2);
        flight.hear(words(LabelWord.OUT), 0);
        assertEquals(List.of(), flight.conclude(null));
        assertInstanceOf(Unknown.class, outcome(1));
    }

    @Test
    void fewLabelsAreRiskedWhereTheCountIsLostWithTheConnection() {
        assertTrue(acknowledging(1).hasRoom(PrintWindow.STANDARD, 0, 0));
        assertFalse(acknowledging(2).hasRoom(PrintWindow.STANDARD, 0, 0));
    }

    private Flight acknowledging(int labels) {
        reprints = false;
        acknowledges = true;
        return flight(null, true, labels);
    }

    private static Heard words(LabelWord... words) {
        return new Heard(null, null, 0, List.of(), List.of(words));
    }

    @Test
    void aCountThatBeginsAnewAtPowerOnDoesNotProveByStandingAtZero() {
        reprints = false;
        restarts = true;
        assertEquals(List.of(), flight(0L, true, 1).conclude(0L));
        assertInstanceOf(Unknown.class, outcome(0));
        assertEquals(1, flight(3L, true, 1).conclude(3L).size());
        assertEquals(List.of(), flight(0L, true, 1).conclude(1L));
        assertEquals(COUNTED, outcome(2));
    }

    @Test
    void afterALongLossAPartOfTheCountProvesNothing() {
        reprints = false;
        PrinterReport idle = new PrinterReport(IDLE, 11L);
        Flight quick = flight(10L, true, 2);
        quick.hear(count(10), 0);
        quick.answeredAgain(idle, Stops.BLIND.toNanos());
        assertEquals(1, quick.conclude(11L).size());
        Flight slow = flight(10L, true, 2);
        slow.hear(count(10), 0);
        slow.answeredAgain(idle, Stops.BLIND.toNanos() + 1);
        assertEquals(List.of(), slow.conclude(11L));
        assertInstanceOf(Unknown.class, outcome(3));
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
    void afterAStopAndALossAPartOfTheCountProvesNothing() {
        reprints = false;
        Flight flight = flight(10L, true, 2);
        flight.hear(new Heard(OUT, 10L, 2, List.of()), 0);
        assertEquals(List.of(), flight.conclude(11L));
        assertInstanceOf(Unknown.class, outcome(0));
        assertInstanceOf(Unknown.class, outcome(1));
    }

    @Test
    void afterALossACountBelowTheAnnouncedLabelsProvesNothing() {
        reprints = false;
        Flight flight = flight(10L, false, 3);
        flight.hear(new Heard(null, null, 0, List.of("T0", "T1")), 0);
        assertEquals(List.of(), flight.conclude(11L));
        assertInstanceOf(Unknown.class, outcome(0));
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
    void aWordAfterASilenceMayBeAboutALabelBehindOneThatWasForgotten() {
        Flight flight = acknowledging(2);
        flight.silence();
        flight.hear(words(LabelWord.OUT), 0);
        assertEquals(0, settled());
        flight.hear(words(LabelWord.OUT), 1);
        assertEquals(2, settled());
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
}
