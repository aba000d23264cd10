package io.fulfillx.printing.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.Transports;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** What goes wrong, and what is left then. */
@Timeout(20)
class VirtualFaultsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<PrintedLabel> labels = new CopyOnWriteArrayList<>();

    private VirtualPrinter printer(LabelLanguage language, String faults) throws IOException {
        return VirtualPrinter.of(language).faults(FaultPlan.parse(faults)).onTcp(0, labels::add);
    }

    private static Transport open(VirtualPrinter printer) throws IOException {
        return Transports.open(printer.uri(), SECOND);
    }

    private static void send(Transport transport, LabelLanguage language) throws IOException {
        transport.write(LanguageSample.label(language, 1), SECOND);
    }

    private static String ask(Transport transport, String question) throws IOException {
        transport.write(LanguageSample.text(question), SECOND);
        return heard(transport, SECOND);
    }

    private static String heard(Transport transport, Duration wait) throws IOException {
        return new String(transport.read(wait), StandardCharsets.ISO_8859_1);
    }

    private static void await(BooleanSupplier there) throws InterruptedException {
        while (!there.getAsBoolean()) {
            Thread.sleep(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLabelOnTheHeadWhenPaperEndsIsSpoiledAndOnlyZplPrintsItAgain(LabelLanguage language)
            throws Exception {
        try (VirtualPrinter printer = printer(language, "paper-out@label:2,for=ever");
                Transport transport = open(printer)) {
            for (int i = 0; i < 3; i++) {
                send(transport, language);
            }
            await(() -> printer.labelsSpoiled() == 1);
            printer.paperOut(false);
            long expected = language == LabelLanguage.ZPL ? 3 : 2;
            await(() -> printer.labelsPrinted() == expected);
            Thread.sleep(20);
            assertEquals(expected, labels.size());
        }
    }

    @Test
    void aFormatCanForbidThatItsLabelIsPrintedAgain() throws Exception {
        try (VirtualPrinter printer = printer(LabelLanguage.ZPL, "head-open@label:1,for=10ms");
                Transport transport = open(printer)) {
            transport.write(LanguageSample.text("^XA^JZN^XZ^XA^FDlost^FS^XZ"), SECOND);
            send(transport, LabelLanguage.ZPL);
            await(() -> printer.labelsPrinted() == 1);
            assertEquals(1, printer.labelsSpoiled());
            assertTrue(
                    !new String(labels.getFirst().bytes(), StandardCharsets.US_ASCII)
                            .contains("lost"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLineThatBreaksInTheMiddleOfALabelLosesItButNotTheNext(LabelLanguage language)
            throws Exception {
        try (VirtualPrinter printer = printer(language, "drop@byte:14")) {
            try (Transport transport = open(printer)) {
                assertThrows(
                        IOException.class,
                        () -> {
                            while (true) {
                                send(transport, language);
                                transport.read(Duration.ofMillis(20));
                            }
                        });
            }
            try (Transport transport = open(printer)) {
                transport.write(language.dialect().discard(), SECOND);
                send(transport, language);
                await(() -> printer.labelsPrinted() == 1);
            }
            assertArrayEquals(LanguageSample.label(language, 1), padded(labels.getFirst()));
        }
    }

    /** Blank lines around a label are no part of it. */
    private static byte[] padded(PrintedLabel label) {
        String text = new String(label.bytes(), StandardCharsets.ISO_8859_1);
        return LanguageSample.text(text.startsWith("N\nq") ? "\n" + text : text);
    }

    @ParameterizedTest
    @EnumSource
    void overASerialLineALabelCutOffIsForgottenWhenTheHostSaysSo(
            LabelLanguage language, @TempDir Path folder) throws Exception {
        Path link = folder.resolve("printer");
        try (VirtualPrinter printer = VirtualPrinter.of(language).onPty(link, labels::add);
                Transport transport = open(printer)) {
            byte[] label = LanguageSample.label(language, 1);
            byte[] part = Arrays.copyOf(label, label.length - 12);
            transport.write(part, SECOND);
            transport.write(language.dialect().discard(), SECOND);
            send(transport, language);
            await(() -> printer.labelsPrinted() == 1);
            Thread.sleep(20);
            assertEquals(1, labels.size());
            assertEquals(16, labels.getFirst().picture().blackDots());
        }
    }

    @Test
    void aMissingByteEatsTheNextCommand() throws Exception {
        try (VirtualPrinter printer = printer(LabelLanguage.TSPL, "");
                Transport transport = open(printer)) {
            String label =
                    new String(
                            LanguageSample.label(LabelLanguage.TSPL, 1),
                            StandardCharsets.ISO_8859_1);
            transport.write(
                    LanguageSample.text(label.replace("\u00ff\u00ff\r\n", "\u00ff")), SECOND);
            assertEquals("\0", ask(transport, "\u001b!?"));
            assertEquals(0, printer.labelsPrinted());
        }
    }

    @Test
    void withoutPowerItCannotBeReachedAndKeepsNothingButItsCount() throws Exception {
        try (VirtualPrinter printer = printer(LabelLanguage.ZPL, "power@after:1,for=150ms")) {
            try (Transport transport = open(printer)) {
                send(transport, LabelLanguage.ZPL);
                await(() -> printer.labelsPrinted() == 1);
            }
            await(() -> !reachable(printer));
            await(() -> reachable(printer));
            try (Transport transport = open(printer)) {
                String counted = ask(transport, "! U1 getvar \"odometer.total_label_count\"\r\n");
                assertEquals("\"1\"", counted);
            }
        }
    }

    private static boolean reachable(VirtualPrinter printer) {
        try (Transport transport = open(printer)) {
            return !transport.description().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFullBufferMakesTheHostWait() throws Exception {
        try (VirtualPrinter printer =
                        VirtualPrinter.of(LabelLanguage.ZPL)
                                .bufferBytes(2000)
                                .onTcp(0, labels::add);
                Transport transport = open(printer)) {
            printer.paperOut(true);
            byte[] label = LanguageSample.text("^XA^FD" + "x".repeat(100_000) + "^FS^XZ");
            assertThrows(
                    IOException.class,
                    () -> {
                        for (int i = 0; i < 200; i++) {
                            transport.write(label, Duration.ofMillis(200));
                        }
                    });
        }
    }

    @Test
    void aSlowLineDeliversNoFasterThanItsBits() throws Exception {
        try (VirtualPrinter printer =
                        VirtualPrinter.of(LabelLanguage.ZPL).baud(57_600).onTcp(0, labels::add);
                Transport transport = open(printer)) {
            long start = System.nanoTime();
            transport.write(LanguageSample.text("^XA^FD" + "x".repeat(1700) + "^FS^XZ"), SECOND);
            await(() -> printer.labelsPrinted() == 1);
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(millis >= 270, millis + " ms");
        }
    }

    @Test
    void aNumberedFieldIsToldForEachCopyOnceItIsOut() throws Exception {
        try (VirtualPrinter printer = printer(LabelLanguage.ZPL, "");
                Transport transport = open(printer)) {
            byte[] label = LanguageSample.text("^XA^FDx^FS^PQ2^XZ");
            printer.paperOut(true);
            transport.write(LabelLanguage.ZPL.dialect().announced(label, "T17"), SECOND);
            assertEquals("", heard(transport, Duration.ofMillis(50)));
            printer.paperOut(false);
            await(() -> printer.labelsPrinted() == 2);
            Thread.sleep(20);
            assertEquals("FXJ[T17]FXJ[T17]", heard(transport, SECOND));
        }
    }

    @Test
    void aProcessIdIsReturnedOnceTheLabelBeforeItIsOut() throws Exception {
        LabelLanguage language = LabelLanguage.ESCPOS;
        try (VirtualPrinter printer = printer(language, "");
                Transport transport = open(printer)) {
            printer.paperOut(true);
            byte[] label = LanguageSample.label(language, 1);
            transport.write(language.dialect().announced(label, "T1"), SECOND);
            assertEquals("", heard(transport, Duration.ofMillis(50)));
            printer.paperOut(false);
            assertEquals("7\"[T1]\0", heard(transport, SECOND));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyConditionIsUnderstoodByTheDialect(LabelLanguage language) throws Exception {
        List<PrinterCondition> told =
                switch (language) {
                    case ZPL ->
                            List.of(
                                    PrinterCondition.PAPER_OUT,
                                    PrinterCondition.HEAD_OPEN,
                                    PrinterCondition.RIBBON_OUT,
                                    PrinterCondition.PAUSED,
                                    PrinterCondition.OVER_TEMPERATURE,
                                    PrinterCondition.CUTTER_FAULT,
                                    PrinterCondition.PAPER_NEAR_END);
                    case EPL ->
                            List.of(
                                    PrinterCondition.PAPER_OUT,
                                    PrinterCondition.HEAD_OPEN,
                                    PrinterCondition.PAUSED,
                                    PrinterCondition.OVER_TEMPERATURE,
                                    PrinterCondition.CUTTER_FAULT);
                    case TSPL ->
                            List.of(
                                    PrinterCondition.PAPER_OUT,
                                    PrinterCondition.HEAD_OPEN,
                                    PrinterCondition.RIBBON_OUT,
                                    PrinterCondition.PAUSED);
                    case CPCL -> List.of(PrinterCondition.PAPER_OUT, PrinterCondition.HEAD_OPEN);
                    case ESCPOS ->
                            List.of(
                                    PrinterCondition.PAPER_OUT,
                                    PrinterCondition.HEAD_OPEN,
                                    PrinterCondition.PAUSED,
                                    PrinterCondition.CUTTER_FAULT,
                                    PrinterCondition.PAPER_NEAR_END,
                                    PrinterCondition.OVER_TEMPERATURE);
                };
        try (VirtualPrinter printer = printer(language, "");
                Transport transport = open(printer)) {
            for (PrinterCondition condition : told) {
                printer.set(condition, true);
                assertEquals(condition, worst(transport, language));
                printer.set(condition, false);
            }
            assertEquals(PrinterCondition.READY, worst(transport, language));
        }
    }

    private static PrinterCondition worst(Transport transport, LabelLanguage language)
            throws IOException {
        transport.write(language.dialect().question(false), SECOND);
        var received = new ByteArrayOutputStream();
        while (true) {
            byte[] more =
                    transport.read(Duration.ofMillis(language == LabelLanguage.EPL ? 40 : 15));
            received.writeBytes(more);
            var status = language.dialect().read(received.toByteArray()).status();
            if (status != null && more.length == 0) {
                return status.worst();
            }
        }
    }
}
