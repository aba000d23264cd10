package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.profile.Printers;
import io.fulfillx.printing.queue.BatchProgress.Phase;
import io.fulfillx.printing.queue.PrintOutcome.NotPrinted;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;
import io.fulfillx.printing.virtual.PrintedLabel;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Two printers side by side, and a wave's labels on them. */
@Timeout(20)
class PrintDeskTest {
    private final List<String> leftPaper = new CopyOnWriteArrayList<>();
    private final List<String> rightPaper = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<UUID, PrintResult> results = new ConcurrentHashMap<>();
    private final Bench journal = new Bench();
    private VirtualPrinter left;
    private VirtualPrinter right;
    private PrintDesk desk;

    @BeforeEach
    void plugIn() throws IOException {
        left = VirtualPrinter.onTcp(0, label -> leftPaper.add(name(label)));
        right = VirtualPrinter.onTcp(0, label -> rightPaper.add(name(label)));
        List<Printer> printers = List.of(Printers.parse(left.uri()), Printers.parse(right.uri()));
        desk = new PrintDesk(printers, journal, Clock.systemUTC(), Bench.QUICK);
        desk.listen(result -> results.put(result.job().jobId(), result));
    }

    @AfterEach
    void unplug() {
        desk.close();
        left.close();
        right.close();
    }

    private static String name(PrintedLabel label) {
        return new String(label.bytes(), StandardCharsets.UTF_8)
                .replaceAll("(?s).*\\^FD(.*?)\\^FS.*", "$1");
    }

    private static List<PrintJob> wave(int labels) {
        return IntStream.range(0, labels).mapToObj(i -> Bench.job("label " + i)).toList();
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "label " + i).toList();
    }

    private static void await(BooleanSupplier there) throws InterruptedException {
        while (!there.getAsBoolean()) {
            Thread.sleep(2);
        }
    }

    private PrintOutcome outcome(PrintJob job) throws InterruptedException {
        await(() -> results.containsKey(job.jobId()));
        return Objects.requireNonNull(results.get(job.jobId())).outcome();
    }

    private PrintBatch batch(List<PrintJob> jobs, URI... printers) {
        return new PrintBatch(desk, jobs, List.of(printers), _ -> {});
    }

    @Test
    void aWaitingJobMovesToAnotherPrinterAndComesOutThereOnly() throws Exception {
        left.paperOut(true);
        PrintJob job = Bench.job("label 0");
        desk.submit(left.uri(), List.of(job));
        await(() -> desk.worker(left.uri()).state().stops());
        assertTrue(desk.move(job.jobId(), right.uri()));
        assertInstanceOf(Printed.class, outcome(job));
        left.paperOut(false);
        assertEquals(List.of("label 0"), rightPaper);
        assertEquals(List.of(), leftPaper);
    }

    @Test
    void aJobWhoseBytesHaveLeftCannotBeTaken() throws Exception {
        left.labelsPerSecond(3);
        PrintJob job = Bench.job("label 0");
        desk.submit(left.uri(), List.of(job));
        await(() -> !journal.intents().isEmpty());
        assertFalse(desk.move(job.jobId(), right.uri()));
        assertFalse(desk.cancel(job.jobId()));
        assertInstanceOf(Printed.class, outcome(job));
    }

    @Test
    void whatWasNotPrintedIsRetriedAsTheSameJob() throws Exception {
        desk.worker(left.uri()).pause();
        PrintJob job = Bench.job("label 0");
        desk.submit(left.uri(), List.of(job));
        assertTrue(desk.cancel(job.jobId()));
        assertInstanceOf(NotPrinted.class, outcome(job));
        results.clear();
        desk.worker(left.uri()).resume();
        assertTrue(desk.retry(job.jobId()));
        assertInstanceOf(Printed.class, outcome(job));
        assertFalse(desk.retry(job.jobId()));
    }

    @Test
    void aReprintIsAJobOfItsOwnWithTheNextCopyAndTheSameTrackingNumber() throws Exception {
        PrintJob job = Bench.job("label 0");
        desk.submit(left.uri(), List.of(job));
        outcome(job);
        PrintJob copy = desk.reprint(job.jobId()).orElseThrow();
        assertInstanceOf(Printed.class, outcome(copy));
        assertEquals(2, copy.copy());
        assertEquals(job.document().trackingNumber(), copy.document().trackingNumber());
        assertEquals(1, desk.reprints());
        assertEquals(List.of("label 0", "label 0"), leftPaper);
    }

    @Test
    void aLabelInDoubtIsSettledByAScanAndNeverPrintedAgain() throws Exception {
        PrintJob job = Bench.job("label 0");
        desk.resolve(List.of(new PrintIntent(job, left.uri().toString(), 1, null, 1)));
        assertInstanceOf(Unknown.class, outcome(job));
        assertFalse(desk.retry(job.jobId()));
        assertTrue(desk.confirmPrinted(job.jobId()));
        assertEquals(new Printed(Evidence.SCAN), outcome(job));
        assertEquals(List.of(), leftPaper);
    }

    @Test
    void aWaveIsSplitIntoOneRunOfThePickOrderForEachPrinter() throws Exception {
        PrintBatch batch = batch(wave(30), left.uri(), right.uri());
        batch.start();
        assertTrue(batch.await(Duration.ofSeconds(10)));
        assertEquals(names(0, 15), leftPaper);
        assertEquals(names(15, 30), rightPaper);
        assertEquals(30, batch.account().printed().size());
        assertEquals(Phase.ENDED, batch.progress().phase());
    }

    @Test
    void aPausedWaveGoesOnAtTheExactLabel() throws Exception {
        left.labelsPerSecond(50);
        PrintBatch batch = batch(wave(20), left.uri());
        batch.start();
        await(() -> leftPaper.size() >= 3);
        batch.pause();
        await(() -> desk.worker(left.uri()).waiting() == 0);
        int atPause = leftPaper.size();
        assertTrue(atPause < 12, atPause + " came out");
        assertEquals(Phase.PAUSED, batch.progress().phase());
        batch.start();
        assertTrue(batch.await(Duration.ofSeconds(10)));
        assertEquals(names(0, 20), leftPaper);
    }

    @Test
    void aWaveGoesOnAtTheExactLabelAfterPaperAndPowerWereGone() throws Exception {
        left.labelsPerSecond(50);
        PrintBatch batch = batch(wave(20), left.uri());
        batch.start();
        await(() -> leftPaper.size() >= 5);
        left.paperOut(true);
        await(() -> desk.worker(left.uri()).state().stops());
        left.powerCycle();
        left.paperOut(false);
        assertTrue(batch.await(Duration.ofSeconds(10)));
        assertEquals(names(0, 20), leftPaper);
    }

    @Test
    void theRestOfAStoppedPrintersShareMovesInOrder() throws Exception {
        left.paperOut(true);
        PrintBatch batch = batch(wave(8), left.uri(), right.uri());
        batch.start();
        await(() -> rightPaper.size() == 4);
        batch.move(left.uri(), right.uri());
        assertTrue(batch.await(Duration.ofSeconds(10)));
        assertEquals(List.of(), leftPaper);
        assertEquals(names(0, 4), rightPaper.subList(4, 8));
    }

    @Test
    void theAccountTellsReprintsAndWhatWasCalledBack() throws Exception {
        List<PrintJob> jobs = wave(4);
        PrintBatch batch = batch(jobs, left.uri());
        batch.start();
        assertTrue(batch.await(Duration.ofSeconds(10)));
        PrintJob copy = batch.reprint(jobs.get(2).jobId()).orElseThrow();
        assertInstanceOf(Printed.class, outcome(copy));
        assertTrue(batch.await(Duration.ofSeconds(10)));
        assertEquals(3, batch.account().printed().size());
        assertEquals(copy, batch.account().reprinted().getFirst().job());
        PrintBatch cancelled = batch(wave(3), right.uri());
        cancelled.cancel();
        assertEquals(3, cancelled.account().notPrinted().size());
    }
}
