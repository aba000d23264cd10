package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.fulfillx.printing.language.LabelWord;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What is known of labels after the line was lost. */
class LossTest extends FlightTrial {
    @Test
    void afterALossTheCountDividesWhatCameOutFromWhatDidNot() {
        Flight flight = flight(10L, true, 4);
        List<Shot> lost = flight.conclude(11L, true);
        assertEquals(COUNTED, outcome(0));
        assertEquals(List.of(1, 2, 3), lost.stream().map(shot -> index(shot)).toList());
    }

    @Test
    void aLabelThatWasCutOffNeverComesOutWhateverTheCount() {
        Flight flight = flight(null, true, 2);
        flight.cutShort();
        List<Shot> lost = flight.conclude(null, true);
        assertEquals(1, lost.size());
        assertEquals(1, index(lost.getFirst()));
        assertInstanceOf(Unknown.class, outcome(0));
    }

    @Test
    void aCountThatOthersMovedProvesNothing() {
        Flight flight = flight(10L, true, 2);
        assertEquals(List.of(), flight.conclude(13L, true));
        assertInstanceOf(Unknown.class, outcome(0));
        assertInstanceOf(Unknown.class, outcome(1));
    }

    @Test
    void aCountThatBeganAnewProvesNothing() {
        Flight flight = flight(10L, true, 1);
        assertEquals(List.of(), flight.conclude(0L, true));
        assertInstanceOf(Unknown.class, outcome(0));
    }

    @Test
    void afterALossAcknowledgementsOfTheOldConnectionCannotComeAnyMore() {
        Flight flight = acknowledging(2);
        flight.hear(words(LabelWord.OUT), 0);
        assertEquals(List.of(), flight.conclude(null, true));
        assertInstanceOf(Unknown.class, outcome(1));
    }

    @Test
    void aCountThatBeginsAnewAtPowerOnDoesNotProveByStandingAtZero() {
        reprints = false;
        restarts = true;
        assertEquals(List.of(), flight(0L, true, 1).conclude(0L, true));
        assertInstanceOf(Unknown.class, outcome(0));
        assertEquals(1, flight(3L, true, 1).conclude(3L, true).size());
        assertEquals(List.of(), flight(0L, true, 1).conclude(1L, true));
        assertEquals(COUNTED, outcome(2));
    }

    @Test
    void afterALongLossAPartOfTheCountProvesNothing() {
        reprints = false;
        PrinterReport idle = new PrinterReport(IDLE, 11L);
        Flight quick = flight(10L, true, 2);
        quick.hear(count(10), 0);
        quick.answeredAgain(idle, Stops.BLIND.toNanos());
        assertEquals(1, quick.conclude(11L, true).size());
        Flight slow = flight(10L, true, 2);
        slow.hear(count(10), 0);
        slow.answeredAgain(idle, Stops.BLIND.toNanos() + 1);
        assertEquals(List.of(), slow.conclude(11L, true));
        assertInstanceOf(Unknown.class, outcome(3));
    }

    @Test
    void afterAStopAndALossAPartOfTheCountProvesNothing() {
        reprints = false;
        Flight flight = flight(10L, true, 2);
        flight.hear(new Heard(OUT, 10L, 2, List.of()), 0);
        assertEquals(List.of(), flight.conclude(11L, true));
        assertInstanceOf(Unknown.class, outcome(0));
        assertInstanceOf(Unknown.class, outcome(1));
    }

    @Test
    void afterALossACountBelowTheAnnouncedLabelsProvesNothing() {
        reprints = false;
        Flight flight = flight(10L, false, 3);
        flight.hear(new Heard(null, null, 0, List.of("T0", "T1")), 0);
        assertEquals(List.of(), flight.conclude(11L, true));
        assertInstanceOf(Unknown.class, outcome(0));
    }

    @Test
    void beforeACountBeganAnewWhatItHadCountedIsOut() {
        reprints = false;
        restarts = true;
        Flight flight = flight(0L, true, 3);
        flight.hear(count(2), 0);
        assertEquals(List.of(), flight.conclude(0L, true));
        assertEquals(COUNTED, outcome(1));
        assertInstanceOf(Unknown.class, outcome(2));
    }

    @Test
    void aPrinterThatHadReceivedEverythingAndWasNotOffHasSpoiledWhatIsMissing() {
        reprints = false;
        Flight off = flight(10L, true, 2);
        off.hear(count(10), 0);
        assertEquals(1, off.conclude(11L, true).size());
        Flight on = flight(10L, true, 2);
        on.hear(count(10), 0);
        assertEquals(List.of(), on.conclude(11L, false));
        assertInstanceOf(Unknown.class, outcome(3));
        Flight receiving = flight(10L, true, 2);
        receiving.hear(new Heard(BUSY, 10L, 1, List.of()), 0);
        assertEquals(1, receiving.conclude(11L, false).size());
    }

    @Test
    void aPrinterThatWasIdleBeforeTheLossHasSpoiledWhatIsMissing() {
        reprints = false;
        Flight flight = flight(10L, true, 2);
        flight.hear(new Heard(IDLE, 11L, 2, List.of()), 0);
        assertEquals(List.of(), flight.conclude(11L, true));
        assertInstanceOf(Unknown.class, outcome(0));
    }
}
