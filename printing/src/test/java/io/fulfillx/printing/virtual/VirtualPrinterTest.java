package io.fulfillx.printing.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.Transports;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Timeout(20)
class VirtualPrinterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<PrintedLabel> labels = new CopyOnWriteArrayList<>();

    private static void send(VirtualPrinter printer, String zpl) throws IOException {
        try (Transport transport = Transports.open(printer.uri(), SECOND)) {
            transport.write(zpl.getBytes(StandardCharsets.ISO_8859_1), SECOND);
        }
    }

    private static String ask(VirtualPrinter printer, String question) throws IOException {
        try (Transport transport = Transports.open(printer.uri(), SECOND)) {
            transport.write(question.getBytes(StandardCharsets.US_ASCII), SECOND);
            return new String(transport.read(SECOND), StandardCharsets.ISO_8859_1);
        }
    }

    private static void awaitLabels(VirtualPrinter printer, long count)
            throws InterruptedException {
        while (printer.labelsPrinted() < count) {
            Thread.sleep(2);
        }
    }

    @Test
    void aLabelIsKeptExactlyAsReceivedWithWhatItMadeThePrinterDo() throws Exception {
        try (VirtualPrinter printer = VirtualPrinter.onTcp(0, labels::add)) {
            String label = "^xa^FO1,1^GFB,4,4,1,~JA^^FS^FDMüller~HS^FS\r\n^XZ";
            send(printer, "\r\n" + label + "\r\n");
            awaitLabels(printer, 1);
            byte[] expected = label.getBytes(StandardCharsets.ISO_8859_1);
            assertArrayEquals(expected, labels.getFirst().bytes());
            assertEquals(
                    List.of("^XA", "^FO", "^GF", "^FS", "^FD", "~HS", "^FS", "^XZ"),
                    labels.getFirst().commands());
        }
    }

    @Test
    void copiesAreCountedOneByOne() throws Exception {
        try (VirtualPrinter printer = VirtualPrinter.onTcp(0, labels::add)) {
            send(printer, "^XA^FDx^FS^PQ3^XZ");
            awaitLabels(printer, 3);
            assertEquals("\"3\"", ask(printer, "! U1 getvar \"odometer.total_label_count\"\r\n"));
            assertTrue(ask(printer, "~HQOD").contains("18 \""));
        }
    }

    @Test
    void smuggledCommandsAreExecutedAndRecordedHoweverTheyAreWritten() throws Exception {
        try (VirtualPrinter printer = VirtualPrinter.onTcp(0, labels::add)) {
            send(printer, "^XA^CC!!FDx!FS!XZ!XA\u001eFDy!JUS\u0010PS!XZ~CC^^XA^FDz^FS^XZ");
            awaitLabels(printer, 3);
            assertEquals(List.of("^XA", "^CC", "^FD", "^FS", "^XZ"), labels.get(0).commands());
            assertEquals(List.of("^XA", "^FD", "^JU", "~PS", "^XZ"), labels.get(1).commands());
            assertEquals(List.of("~CC^", "^XA", "^FD", "^FS", "^XZ"), labels.get(2).commands());
        }
    }

    @Test
    void faultsShowInTheErrorStatus() throws Exception {
        try (VirtualPrinter printer = VirtualPrinter.onTcp(0, labels::add)) {
            printer.paperOut(true);
            printer.headOpen(true);
            assertTrue(ask(printer, "~HQES").contains("ERRORS: 1 00000000 00000005"));
        }
    }

    @Test
    void aFolderKeepsLabelsAndGoesOnCountingAfterARestart(@TempDir Path folder) throws Exception {
        for (int run = 1; run <= 2; run++) {
            LabelSink sink = new LabelFolder(folder, Clock.systemUTC());
            try (VirtualPrinter printer = VirtualPrinter.onTcp(0, sink)) {
                send(printer, "^XA^FDrun " + run + "^FS^XZ");
                awaitLabels(printer, 1);
            }
        }
        assertEquals("^XA^FDrun 2^FS^XZ", Files.readString(folder.resolve("000002.zpl")));
        List<String> lines = Files.readAllLines(folder.resolve("printed.jsonl"));
        assertEquals(2, lines.size());
        assertTrue(lines.getLast().contains("\"file\":\"000002.zpl\""), lines.getLast());
    }
}
