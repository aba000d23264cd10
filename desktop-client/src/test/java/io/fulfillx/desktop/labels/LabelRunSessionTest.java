package io.fulfillx.desktop.labels;

import static io.fulfillx.desktop.TestJobs.job;
import static io.fulfillx.desktop.TestJobs.line;
import static io.fulfillx.desktop.TestJobs.page;
import static io.fulfillx.desktop.TestJobs.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.print.StationPrinters;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.PrintRow;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.virtual.PrintedLabel;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class LabelRunSessionTest {
    private static final String NO_LABELS = PrinterCondition.PAPER_OUT.sentence();
    private static final int PARCELS = 6;
    private static final OperatorId OPERATOR = new OperatorId(new UUID(1, 1));
    private static final Pattern NUMBER = Pattern.compile("TRACK[0-9]{4}");

    private final List<PrintedLabel> paper = new CopyOnWriteArrayList<>();
    @TempDir Path home;
    private VirtualPrinter printer;
    private StationStore store;
    private StationPrinters printers;
    private LabelRunSession run;

    @BeforeEach
    void open() throws IOException {
        printer = VirtualPrinter.onTcp(0, paper::add);
        start();
        store.apply(
                page(
                        IntStream.rangeClosed(1, PARCELS)
                                .mapToObj(order -> job(order, line(order, "CUP", 1, "A-1")))
                                .toArray(PackJob[]::new)));
    }

    private void start() {
        store = StationStore.open(home, Clock.systemUTC());
        printers = new StationPrinters(List.of(printer.uri()), store);
        printers.resolveInterrupted();
        run = new LabelRunSession(store, () -> printers, () -> {});
    }

    @AfterEach
    void close() {
        printers.close();
        store.close();
        printer.close();
    }

    private List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (PrintedLabel label : paper) {
            NUMBER.matcher(new String(label.bytes(), StandardCharsets.ISO_8859_1))
                    .results()
                    .findFirst()
                    .ifPresent(found -> numbers.add(found.group()));
        }
        return numbers;
    }

    private static List<String> inOrder() {
        return IntStream.rangeClosed(1, PARCELS).mapToObj(order -> "TRACK100" + order).toList();
    }

    private LabelState state(int order) {
        return run.view().rows().get(order - 1).state();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 15_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it never came to that");
            Thread.sleep(5);
        }
    }

    @Test
    void aWavesLabelsComeOutInPickOrderAndAreCounted() throws InterruptedException {
        assertEquals(new LabelStep.Started(PARCELS), run.start());
        await(() -> run.view().out() == PARCELS);
        assertEquals(inOrder(), numbers());
        assertEquals(new LabelStep.NothingToPrint(), run.start());
    }

    @Test
    void theServerHearsOfASheetPrintedAheadOnce() throws InterruptedException {
        run.start();
        await(() -> run.view().out() == PARCELS);
        store.reportSheets(OPERATOR);
        store.reportSheets(OPERATOR);
        assertEquals(PARCELS, reported().count());
        PackJob first = run.view().rows().getFirst().stored().job();
        PrintRow sheet = store.prints(first.parcelId()).getLast();
        store.confirm(
                StationChange.of(
                        OPERATOR, ParcelWork.untouched(first.parcelId()), sheet.asCommand()));
        assertEquals(PARCELS, reported().count());
    }

    @Test
    void anActThatCanBeUndoneIsNotCutOffByAReport() throws InterruptedException {
        run.start();
        await(() -> run.view().out() == PARCELS);
        ParcelWork work = run.view().rows().getFirst().stored().work();
        StationCommand act = new StationCommand.ParcelSetAside(work.parcelId(), "short");
        CommandId undoable =
                store.confirm(StationChange.of(OPERATOR, work, act).asUndoable())
                        .getFirst()
                        .commandId();
        store.reportSheets(OPERATOR);
        assertTrue(store.undo(undoable, work));
        store.reportSheets(OPERATOR);
        assertEquals(PARCELS, reported().count());
    }

    private Stream<StationCommand> reported() {
        return store.unsent(100).commands().stream()
                .map(CommandEnvelope::command)
                .filter(command -> command instanceof StationCommand.LabelPrinted);
    }

    @Test
    void withoutPaperItWaitsAndGoesOnAtTheExactLabel() throws InterruptedException {
        printer.labelsPerSecond(20);
        run.start();
        await(() -> !paper.isEmpty());
        printer.paperOut(true);
        await(() -> run.view().trouble().equals(NO_LABELS));
        printer.paperOut(false);
        await(() -> run.view().out() == PARCELS);
        assertEquals(inOrder(), numbers());
    }

    @Test
    void aProgramThatEndedInTheMiddleGoesOnAtTheExactLabel() throws InterruptedException {
        printer.labelsPerSecond(10);
        run.start();
        await(() -> run.view().out() >= 1);
        printers.close();
        store.close();
        start();
        await(() -> IntStream.rangeClosed(1, PARCELS).allMatch(order -> settled(state(order))));
        run.start();
        await(() -> run.view().out() == PARCELS);
        assertEquals(inOrder(), numbers());
    }

    private static boolean settled(LabelState state) {
        return switch (state) {
            case WAITING, PRINTED, NOT_PRINTED -> true;
            case PRINTING, REPRINTED, UNKNOWN -> false;
        };
    }

    @Test
    void aPauseLetsNoFurtherLabelLeave() throws InterruptedException {
        printer.paperOut(true);
        run.start();
        await(() -> run.view().trouble().equals(NO_LABELS));
        assertEquals(new LabelStep.Paused(), run.pause());
        printer.paperOut(false);
        Thread.sleep(100);
        assertEquals(List.of(), numbers());
        assertEquals(new LabelStep.Started(PARCELS), run.start());
        await(() -> run.view().out() == PARCELS);
        assertEquals(inOrder(), numbers());
    }

    @Test
    void aLabelInDoubtIsScannedOrSaidToBeMissing() throws InterruptedException {
        run.start();
        await(() -> run.view().out() == PARCELS);
        for (int order = 1; order <= 2; order++) {
            PrintRow row = store.prints(parcel(order)).getLast();
            store.printOutcome(row.jobId(), PrintRow.Outcome.UNKNOWN, "cable pulled");
        }
        assertEquals(new LabelStep.LookFirst("TRACK1001"), run.reprint(parcel(1)));
        assertEquals(new LabelStep.Confirmed("TRACK1001"), run.scanned("42012345TRACK1001"));
        assertEquals(LabelState.PRINTED, state(1));
        assertEquals(new LabelStep.Reprinting("TRACK1002", 2), run.missing(parcel(2)));
        await(() -> state(2) == LabelState.REPRINTED);
        assertEquals(new LabelStep.NotMissing("TRACK1003"), run.missing(parcel(3)));
        assertEquals(new LabelStep.NotOfThisWave("TRACK9999"), run.scanned("TRACK9999"));
    }
}
