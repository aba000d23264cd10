package io.fulfillx.printing.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

@Timeout(20)
class PrinterLinkTest {
    private static final PrinterProfile MODEL = PrinterProfiles.find("zebra-zq520").orElseThrow();

    /** An answer that is there at once is waited for as long as a busy machine may need. */
    private static final PrintTimings PATIENT =
            new PrintTimings(
                    Bench.QUICK.connect(),
                    Duration.ofSeconds(1),
                    Bench.QUICK.write(),
                    Bench.QUICK.evidence(),
                    Bench.QUICK.recovery(),
                    Bench.QUICK.poll(),
                    Bench.QUICK.idle());

    /** Tells its status at once, and its count from the given question on. */
    private static void answer(ServerSocket server, CountDownLatch ready, int countFrom) {
        try (Socket host = server.accept()) {
            ready.countDown();
            InputStream in = host.getInputStream();
            int asked = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == 0x1b) {
                    host.getOutputStream().write(0);
                } else if (next == '\n' && ++asked >= countFrom) {
                    host.getOutputStream().write("\"7\"".getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    /** What is known after so many questions. */
    private static PrinterReport report(int countFrom, int questions) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CountDownLatch ready = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> answer(server, ready, countFrom));
            URI address = URI.create("tcp://127.0.0.1:" + server.getLocalPort());
            try (PrinterLink link = new PrinterLink(new Printer(address, MODEL), PATIENT)) {
                assertTrue(link.answers());
                ready.await();
                for (int i = 1; i < questions; i++) {
                    assertNull(link.ask().count());
                    assertTrue(link.countMayFollow());
                }
                PrinterReport report = link.ask();
                assertFalse(link.countMayFollow());
                return report;
            }
        }
    }

    @Test
    void oneCountThatComesLateDoesNotMeanThatThePrinterKeepsNone() throws Exception {
        assertEquals(7, Objects.requireNonNull(report(2, 2).count()));
    }

    @Test
    void aPrinterThatNeverAnswersTheQuestionForItsCountKeepsNone() throws Exception {
        PrinterReport report = report(Integer.MAX_VALUE, 3);
        assertNull(report.count());
        assertTrue(report.idle());
    }
}
