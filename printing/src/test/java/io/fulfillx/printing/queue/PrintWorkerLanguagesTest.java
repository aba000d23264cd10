package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.document.PressResult.Pressed;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfiles;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** What a printer's language lets the worker know. A label's number is the width of its bar. */
@Timeout(20)
class PrintWorkerLanguagesTest {
    private static final Media MEDIA = new Media(40_000, 12_000);

    private final List<PrintResult> results = new CopyOnWriteArrayList<>();
    private final List<Integer> paper = new CopyOnWriteArrayList<>();
    private final Bench journal = new Bench();

    private static PrintJob job(PrinterProfile profile, int number) {
        Bitmap picture = new Bitmap(320, 96);
        picture.fill(16, 16, 8 * number, 1, true);
        LabelLanguage language = profile.language();
        byte[] bytes = language.encoder().encode(picture, profile.withMedia(MEDIA).setup());
        TrackingNumber tracking = new TrackingNumber("1ZTEST0000" + number);
        LabelDocument document = new LabelDocument(tracking, language.format(), bytes);
        return new PrintJob(UUID.randomUUID(), new ParcelId(UUID.randomUUID()), document, 1);
    }

    private VirtualPrinter printer(LabelLanguage language) throws IOException {
        return VirtualPrinter.of(language)
                .media(MEDIA)
                .onTcp(0, label -> paper.add(label.picture().blackDots() / 8));
    }

    /** Waits longer for a printer that says nothing new. */
    private static PrintTimings patient() {
        PrintTimings quick = Bench.QUICK;
        return new PrintTimings(
                quick.connect(),
                quick.answer(),
                quick.write(),
                quick.recovery(),
                quick.recovery(),
                quick.poll(),
                quick.idle());
    }

    private PrintWorker worker(VirtualPrinter printer, PrinterProfile profile) {
        return worker(printer, profile, Bench.QUICK);
    }

    private PrintWorker worker(
            VirtualPrinter printer, PrinterProfile profile, PrintTimings timings) {
        return new PrintWorker(
                new Printer(printer.uri(), profile),
                journal,
                results::add,
                Clock.systemUTC(),
                timings,
                PrintWindow.STANDARD,
                document -> new Pressed(List.of(document.content()), List.of()));
    }

    private void submit(PrintWorker worker, int labels) {
        PrinterProfile profile = worker.printer().profile();
        worker.submit(IntStream.rangeClosed(1, labels).mapToObj(i -> job(profile, i)).toList());
    }

    private void awaitResults(int count) throws InterruptedException {
        while (results.size() < count) {
            Thread.sleep(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zebra-zd421, device-announcement",
        "zebra-lp2844, device-acknowledgement",
        "rollo-x1038, device-status",
        "tsc-te200, device-counter",
        "zebra-zq520, device-counter",
        "epson-tm-m30, device-announcement"
    })
    void everyLanguageProvesALabelInItsOwnWay(String model, String evidence) throws Exception {
        PrinterProfile profile = PrinterProfiles.find(model).orElseThrow();
        try (VirtualPrinter printer = printer(profile.language());
                PrintWorker worker = worker(printer, profile)) {
            printer.labelsPerSecond(30);
            submit(worker, 1);
            awaitResults(1);
            assertEquals(new Printed(evidence), results.getFirst().outcome());
            assertEquals(1, printer.labelsPrinted());
        }
    }

    @Test
    void withoutTheFirmwaresOwnRepeatTheSpoiledLabelIsSentAgainAndNoOther() throws Exception {
        PrinterProfile profile = PrinterProfiles.find("zebra-zq520").orElseThrow();
        try (VirtualPrinter printer = printer(LabelLanguage.CPCL);
                PrintWorker worker = worker(printer, profile)) {
            printer.labelsPerSecond(10);
            submit(worker, 5);
            while (printer.labelsPrinted() < 1) {
                Thread.sleep(2);
            }
            Thread.sleep(30);
            printer.paperOut(true);
            Thread.sleep(200);
            printer.paperOut(false);
            awaitResults(5);
            assertEquals(1, printer.labelsSpoiled());
            assertEquals(List.of(1, 2, 3, 4, 5), paper.stream().sorted().toList());
        }
    }

    /** The printer announces the label although it was spoiled. */
    @ParameterizedTest
    @CsvSource({"generic-escpos, Unknown, 0", "epson-tm-m30, Printed, 1"})
    void aSpoiledLabelIsAskedAboutOrSentAgainIfACountTellsThatItIsMissing(
            String model, String end, int labels) throws Exception {
        PrinterProfile profile = PrinterProfiles.find(model).orElseThrow();
        try (VirtualPrinter printer = printer(LabelLanguage.ESCPOS);
                PrintWorker worker = worker(printer, profile)) {
            printer.labelsPerSecond(4);
            submit(worker, 1);
            while (worker.state() != PrinterCondition.PRINTING) {
                Thread.sleep(2);
            }
            Thread.sleep(100);
            printer.paperOut(true);
            Thread.sleep(200);
            printer.paperOut(false);
            awaitResults(1);
            assertEquals(end, kind(results.getFirst()));
            assertEquals(1, printer.labelsSpoiled());
            assertEquals(labels, paper.size());
        }
    }

    @Test
    void afterACrashALabelThatIsStillPrintedIsAwaitedAlthoughThePrinterSaysItIsIdle()
            throws Exception {
        PrinterProfile profile = PrinterProfiles.find("epson-tm-m30").orElseThrow();
        try (VirtualPrinter printer = printer(LabelLanguage.ESCPOS)) {
            printer.labelsPerSecond(2);
            try (PrintWorker worker = worker(printer, profile)) {
                submit(worker, 1);
                while (worker.state() != PrinterCondition.PRINTING) {
                    Thread.sleep(2);
                }
            }
            resolve(printer, profile, journal.intents());
            assertEquals(new Printed(Evidence.COUNTER), results.getFirst().outcome());
            assertEquals(1, printer.labelsPrinted());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, Unknown, Unknown",
        "true, false, Printed, NotPrinted",
        "false, false, Printed, NotPrinted"
    })
    void afterACrashALabelMissingAmongThoseHandedOverMayBeAnyOfThem(
            boolean firstSent, boolean secondSent, String first, String second) throws Exception {
        PrinterProfile profile = PrinterProfiles.find("zebra-zq520").orElseThrow();
        try (VirtualPrinter printer = printer(LabelLanguage.CPCL)) {
            try (PrintWorker worker = worker(printer, profile)) {
                submit(worker, 1);
                awaitResults(1);
            }
            results.clear();
            String address = printer.uri().toString();
            List<PrintIntent> open =
                    List.of(
                            new PrintIntent(job(profile, 1), address, 1, 0L, 1, firstSent),
                            new PrintIntent(job(profile, 2), address, 2, 1L, 1, secondSent));
            resolve(printer, profile, open);
            assertEquals(List.of(first, second), results.stream().map(this::kind).toList());
        }
    }

    private String kind(PrintResult result) {
        return result.outcome().getClass().getSimpleName();
    }

    private void resolve(VirtualPrinter printer, PrinterProfile profile, List<PrintIntent> open)
            throws InterruptedException {
        try (PrintWorker worker = worker(printer, profile, patient())) {
            worker.resolve(open);
            awaitResults(open.size());
        }
    }
}
