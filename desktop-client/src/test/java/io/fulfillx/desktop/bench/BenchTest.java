package io.fulfillx.desktop.bench;

import static io.fulfillx.desktop.TestJobs.OPERATOR;
import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.unlabelled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.config.StationConfig;
import io.fulfillx.desktop.config.StationConfigFile;
import io.fulfillx.desktop.pack.PackPhase;
import io.fulfillx.desktop.pack.PackSession;
import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.pick.PickSession;
import io.fulfillx.desktop.pick.PickStep;
import io.fulfillx.desktop.queue.QueueState;
import io.fulfillx.desktop.scan.ArrivedScan;
import io.fulfillx.desktop.scan.ScanTaker;
import io.fulfillx.desktop.store.LentNumbers;
import io.fulfillx.desktop.sync.Link;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.printing.virtual.PrintedLabel;
import io.fulfillx.printing.virtual.VirtualPrinter;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanListener;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class BenchTest {
    private final PackJob cup = job(1, line(1, "CUP", 1, "A-1"));
    private final List<PrintedLabel> labels = new CopyOnWriteArrayList<>();
    private final BlockingQueue<PackStep> later = new LinkedBlockingQueue<>();
    @TempDir Path home;
    private VirtualPrinter printer;
    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        printer = VirtualPrinter.onTcp(0, labels::add);
        bench = Bench.open(config());
        bench.store().apply(page(cup));
    }

    @AfterEach
    void close() {
        bench.close();
        printer.close();
    }

    private StationConfig config() {
        return StationConfigFile.load(home, Map.of("printers", printer.uri().toString()));
    }

    private PackStep awaitStep() throws InterruptedException {
        return Objects.requireNonNull(later.poll(15, TimeUnit.SECONDS), "no step came");
    }

    private List<StationCommand> journal() {
        return bench.store().unsent(500).commands().stream().map(CommandEnvelope::command).toList();
    }

    @Test
    void oneOrderGoesFromQueueToLabelByScansAlone() throws InterruptedException {
        PickSession pick = bench.pick(OPERATOR).orElseThrow();
        pick.scanned("FXTT1");
        assertInstanceOf(PickStep.Finished.class, pick.scanned("B-CUP"));
        assertEquals(1, bench.queue().view("").counts().get(QueueState.PICKED));
        PackSession pack = bench.pack(OPERATOR, later::add);
        pack.scanned("FXTT1");
        pack.scanned("B-CUP");
        assertEquals(new PackStep.Printing("TRACK1001"), pack.scanned("FXCWEIGHTOK"));
        assertEquals(new PackStep.Done("#1", "TRACK1001", 0), awaitStep());
        assertEquals(1, labels.size());
        assertArrayEquals(cup.paidLabel().content(), labels.getFirst().bytes());
        assertEquals(3, journal().size());
        assertEquals(1, bench.queue().view("").counts().get(QueueState.DONE));
    }

    @Test
    void aPlateGoesThroughTheSamePrinterAsLabelsDo() throws InterruptedException {
        bench.store().apply(page(unlabelled(job(2, line(3, "TEA", 1, "A-2")))));
        LeaseNumbers wanted = bench.store().numbers().wanted(LentNumbers.PLATES).orElseThrow();
        NumberRange range = new NumberRange(NumberSeries.plates(0, "9521000"), 1, 9);
        bench.store().numbers().lent(wanted, range);
        PackSession pack = bench.pack(OPERATOR, later::add);
        pack.scanned("FXOO2");
        pack.scanned("B-TEA");
        assertInstanceOf(PackStep.PlatePrinting.class, pack.scanned("FXCWEIGHTOK"));
        assertEquals(new PackStep.OnLane("#2", range.plate().digits()), awaitStep());
        assertEquals(1, labels.size());
        String printed = new String(labels.getFirst().bytes(), StandardCharsets.UTF_8);
        assertTrue(printed.contains("LABEL PENDING"), printed);
        assertEquals(1, bench.queue().view("").counts().get(QueueState.LANE));
        // The server hears of the parcel, and of no label.
        assertEquals(1, journal().size());
        assertInstanceOf(StationCommand.ParcelPlated.class, journal().getFirst());
    }

    @Test
    void withoutPaperTheLabelWaitsAndNothingIsBookedUntilItIsOut() throws InterruptedException {
        printer.paperOut(true);
        PackSession pack = bench.pack(OPERATOR, later::add);
        pack.scanned("FXOO1");
        pack.scanned("B-CUP");
        pack.scanned("FXCWEIGHTOK");
        awaitTrouble(pack, "The printer has no labels. Put in a new roll.");
        assertEquals(PackPhase.PRINTING, pack.state().phase());
        assertEquals(List.of(), journal());
        printer.paperOut(false);
        assertInstanceOf(PackStep.Done.class, awaitStep());
        assertEquals(1, labels.size());
    }

    @Test
    void aLabelForAPrinterThatIsNotThereCanBeCalledBack() throws InterruptedException {
        printer.close();
        PackSession pack = bench.pack(OPERATOR, later::add);
        pack.scanned("FXOO1");
        pack.scanned("B-CUP");
        pack.scanned("FXCWEIGHTOK");
        awaitTrouble(pack, "The printer cannot be reached. Look at its power and its cable.");
        assertEquals(new PackStep.NotPrinted("cancelled"), pack.scanned("FXCCANCEL"));
        assertEquals(PackPhase.PRINT, pack.state().phase());
        assertEquals(new PackStep.Printing("TRACK1001"), pack.scanned("FXCREPRINT"));
    }

    private static void awaitTrouble(PackSession pack, String trouble) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!pack.state().printProblem().equals(Optional.of(trouble))) {
            assertTrue(System.nanoTime() < end, "the printer's trouble never showed");
            Thread.sleep(10);
        }
    }

    @Test
    void theTestPrintComesOutAndTouchesNoParcel() throws InterruptedException {
        bench.testPrint(printer.uri(), later::add);
        assertEquals(new PackStep.TestPrinted(), awaitStep());
        assertEquals(1, labels.size());
        assertEquals(List.of(), journal());
    }

    @Test
    void scansReachTheNewestConsumerInOrderAndNoneIsLost() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        IntStream.range(0, 50).forEach(i -> bench.wedgeScanned("early" + i, bench.aim()));
        bench.onScan(
                new ScanTaker() {
                    @Override
                    public void taken(ArrivedScan arrived) {
                        heard.add(arrived.scan().text());
                    }

                    @Override
                    public void refused(Scan scan, ScanListener.Refusal why) {
                        heard.add("refused " + scan.text());
                    }
                });
        IntStream.range(50, 100).forEach(i -> bench.wedgeScanned("early" + i, bench.aim()));
        for (int i = 0; i < 100; i++) {
            assertEquals("early" + i, heard.poll(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void theStatusTellsOfLinkDevicesAndUnsentWork() {
        PickSession pick = bench.pick(OPERATOR).orElseThrow();
        pick.scanned("FXTT1");
        pick.scanned("B-CUP");
        var now = bench.status().now();
        assertEquals(new Link.NotEnrolled(), now.link());
        assertEquals(1, now.unsent());
        assertEquals(printer.uri().toString(), now.printers().getFirst().name());
        assertTrue(now.freeBytes() > 0);
    }
}
