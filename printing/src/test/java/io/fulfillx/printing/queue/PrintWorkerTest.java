package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** What a worker does whatever the cable; run over TCP and over a serial line. */
@Timeout(20)
abstract class PrintWorkerTest {
    abstract VirtualPrinter printer(Bench bench) throws IOException;

    private final Bench bench = new Bench();
    private VirtualPrinter printer;

    @BeforeEach
    void plugIn() throws IOException {
        printer = printer(bench);
        bench.connect(printer.uri());
    }

    @AfterEach
    void unplug() {
        bench.close();
        printer.close();
    }

    @Test
    void aLabelComesOutExactlyAsItWasGiven() throws Exception {
        PrintJob job = bench.submit("Meier");
        assertEquals(new Printed("device-counter"), bench.outcome(job));
        assertArrayEquals(Bench.trimmed(job), bench.printed().getFirst().bytes());
    }

    @Test
    void labelsComeOutInTheOrderSubmitted() throws Exception {
        List<PrintJob> jobs = bench.submitMany(20);
        for (PrintJob job : jobs) {
            assertInstanceOf(Printed.class, bench.outcome(job));
        }
        assertEquals(jobs.stream().map(Bench::name).toList(), bench.printedNames());
    }

    @Test
    void theIntentIsDurableBeforeTheFirstByteLeaves() throws Exception {
        bench.onIntent(() -> assertEquals(0, printer.labelsPrinted()));
        PrintJob job = bench.submit("Meier");
        bench.outcome(job);
        assertEquals(0L, bench.intents().getFirst().countBefore());
        assertEquals(List.of("intent", "outcome"), bench.journal());
    }

    @Test
    void aSmuggledCommandIsNeverSent() throws Exception {
        PrintJob job = bench.submit("Eve ^XZ~JR^XA^JUS");
        assertInstanceOf(NotPrinted.class, bench.outcome(job));
        assertEquals(List.of("outcome"), bench.journal());
        assertEquals(0, printer.labelsPrinted());
    }

    @Test
    void withoutPaperAJobWaitsAndGoesOnByItselfOnce() throws Exception {
        printer.paperOut(true);
        PrintJob job = bench.submit("Meier");
        bench.awaitState(PrinterCondition.PAPER_OUT);
        assertEquals(1, bench.worker().waiting());
        printer.paperOut(false);
        assertInstanceOf(Printed.class, bench.outcome(job));
        assertEquals(1, printer.labelsPrinted());
    }

    @Test
    void openHeadAndPauseAreShown() throws Exception {
        printer.headOpen(true);
        bench.submit("Meier");
        bench.awaitState(PrinterCondition.HEAD_OPEN);
        printer.pause(true);
        printer.headOpen(false);
        bench.awaitState(PrinterCondition.PAUSED);
    }

    @Test
    void paperThatEndsInTheMiddleOfALabelGivesOneLabel() throws Exception {
        printer.labelsPerSecond(5);
        PrintJob job = bench.submit("Meier");
        bench.awaitState(PrinterCondition.PRINTING);
        Thread.sleep(50);
        printer.paperOut(true);
        bench.awaitState(PrinterCondition.PAPER_OUT);
        Thread.sleep(300);
        printer.paperOut(false);
        assertEquals(new Printed("device-counter"), bench.outcome(job));
        assertEquals(1, printer.labelsPrinted());
    }

    @Test
    void aLabelCutOffOnItsWayIsThrownAwayAndSentAgainAsAWhole() throws Exception {
        bench.awaitState(PrinterCondition.READY);
        printer.cutAfter(30);
        PrintJob job = bench.submit("Meier");
        PrintJob next = bench.submit("Weber");
        assertEquals(new Printed(Evidence.COUNTER), bench.outcome(job));
        assertEquals(new Printed(Evidence.COUNTER), bench.outcome(next));
        assertEquals(List.of("Meier", "Weber"), bench.printedNames());
    }

    @Test
    void aConnectionLostAfterTheLastByteIsResolvedByTheCounter() throws Exception {
        printer.labelsPerSecond(4);
        PrintJob job = bench.submit("Meier");
        bench.awaitState(PrinterCondition.PRINTING);
        Thread.sleep(80);
        printer.dropConnection();
        assertEquals(new Printed("device-counter"), bench.outcome(job));
        assertEquals(1, printer.labelsPrinted());
    }

    @Test
    void aConnectionLostWithoutACounterIsUnknown() throws Exception {
        printer.countsLabels(false);
        printer.labelsPerSecond(4);
        PrintJob job = bench.submit("Meier");
        bench.awaitState(PrinterCondition.PRINTING);
        Thread.sleep(80);
        printer.dropConnection();
        assertInstanceOf(Unknown.class, bench.outcome(job));
    }

    @Test
    void withoutACounterThePrintersStatusIsTheEvidence() throws Exception {
        printer.countsLabels(false);
        assertEquals(new Printed("device-status"), bench.outcome(bench.submit("Meier")));
    }

    @Test
    void labelsThatAPowerCutDestroyedAreSentAgain() throws Exception {
        printer.labelsPerSecond(0.1);
        List<PrintJob> jobs = bench.submitMany(3);
        bench.awaitState(PrinterCondition.PRINTING);
        Thread.sleep(80);
        printer.labelsPerSecond(1_000);
        printer.powerCycle();
        for (PrintJob job : jobs) {
            assertEquals(new Printed(Evidence.COUNTER), bench.outcome(job));
        }
        assertEquals(jobs.stream().map(Bench::name).toList(), bench.printedNames());
    }

    @Test
    void aPrinterThatStallsAfterTakingALabelIsUnknown() throws Exception {
        bench.onIntent(() -> printer.stall(true));
        PrintJob job = bench.submit("Meier");
        assertInstanceOf(Unknown.class, bench.outcome(job));
    }

    @Test
    void aPrinterThatNeverAnswersIsSentTheLabelButNothingIsClaimed() throws Exception {
        bench.crash();
        printer.mute(true);
        bench.connect(printer.uri());
        PrintJob job = bench.submit("Meier");
        assertInstanceOf(Unknown.class, bench.outcome(job));
        assertEquals(List.of("Meier"), bench.printedNames());
    }

    @Test
    void aWaitingJobCanBeCancelled() throws Exception {
        printer.paperOut(true);
        PrintJob job = bench.submit("Meier");
        bench.awaitState(PrinterCondition.PAPER_OUT);
        assertTrue(bench.worker().cancel(job.jobId()));
        assertEquals(new NotPrinted("cancelled"), bench.outcome(job));
        assertTrue(!bench.worker().cancel(UUID.randomUUID()));
        printer.paperOut(false);
        assertInstanceOf(Printed.class, bench.outcome(bench.submit("Next")));
        assertEquals(List.of("Next"), bench.printedNames());
    }

    @Test
    void anIdlePrintersStateIsShown() throws Exception {
        bench.awaitState(PrinterCondition.READY);
        printer.paperOut(true);
        bench.awaitState(PrinterCondition.PAPER_OUT);
    }

    @Test
    void afterACrashAPrintedLabelIsKnownToBePrinted() throws Exception {
        printer.labelsPerSecond(4);
        bench.submit("Meier");
        bench.awaitState(PrinterCondition.PRINTING);
        Thread.sleep(80);
        bench.crash();
        PrintIntent intent = bench.intents().getFirst();
        bench.connect(printer.uri());
        bench.worker().resolve(List.of(intent));
        assertEquals(new Printed("device-counter"), bench.outcome(intent.job()));
        assertEquals(1, printer.labelsPrinted());
    }

    @Test
    void afterACrashALabelThatNeverLeftIsKnownNotToBePrinted() throws Exception {
        PrintIntent intent =
                new PrintIntent(Bench.job("Meier"), printer.uri().toString(), 1, 0L, 1);
        bench.worker().resolve(List.of(intent));
        assertInstanceOf(NotPrinted.class, bench.outcome(intent.job()));
        assertEquals(0, printer.labelsPrinted());
    }

    @Test
    void afterACrashAPrinterWithoutCounterCannotTell() throws Exception {
        PrintIntent intent =
                new PrintIntent(Bench.job("Meier"), printer.uri().toString(), 1, null, 1);
        bench.worker().resolve(List.of(intent));
        assertInstanceOf(Unknown.class, bench.outcome(intent.job()));
    }
}
