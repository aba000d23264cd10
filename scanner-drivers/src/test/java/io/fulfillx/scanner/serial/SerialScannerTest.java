package io.fulfillx.scanner.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.device.virtual.PseudoTerminal;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.SourceState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@EnabledOnOs(OS.LINUX)
@Timeout(20)
class SerialScannerTest {
    @TempDir Path folder = Path.of("");

    private final BlockingQueue<Scan> scans = new LinkedBlockingQueue<>();
    private SerialScanner scanner = new SerialScanner("none", "/none", 9600, Clock.systemUTC());

    private PseudoTerminal plugIn() throws IOException {
        PseudoTerminal device = PseudoTerminal.open();
        device.link(folder.resolve("scanner"));
        return device;
    }

    private void start() throws InterruptedException {
        String port = folder.resolve("scanner").toString();
        scanner = new SerialScanner("bench", port, 9600, Clock.systemUTC());
        scanner.start(scans::add);
        await(SourceState.CONNECTED);
    }

    private void await(SourceState state) throws InterruptedException {
        while (scanner.state() != state) {
            Thread.sleep(5);
        }
    }

    private static void send(PseudoTerminal device, String text) throws IOException {
        device.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String next() throws InterruptedException {
        Scan scan = scans.poll(3, TimeUnit.SECONDS);
        return scan == null ? "nothing" : scan.text();
    }

    @AfterEach
    void unplug() {
        scanner.close();
    }

    @Test
    void aScanArrivesWithItsDeviceAndSymbology() throws Exception {
        try (PseudoTerminal device = plugIn()) {
            start();
            send(device, "]C1010952123454321321A\r");
            Scan scan = scans.poll(3, TimeUnit.SECONDS);
            assertTrue(scan != null && scan.device().equals("bench"));
            assertEquals(Optional.of("]C1"), scan.aimId());
            assertEquals("010952123454321321A", scan.text());
        }
    }

    @Test
    void aHundredScansArriveInOrder() throws Exception {
        try (PseudoTerminal device = plugIn()) {
            start();
            for (int i = 0; i < 100; i++) {
                send(device, "item" + i + "\r\n");
            }
            for (int i = 0; i < 100; i++) {
                assertEquals("item" + i, next());
            }
        }
    }

    @Test
    void aScannerThatIsPluggedInAgainIsBackWithinTwoSeconds() throws Exception {
        PseudoTerminal first = plugIn();
        start();
        first.close();
        await(SourceState.MISSING);
        try (PseudoTerminal second = plugIn()) {
            long start = System.nanoTime();
            await(SourceState.CONNECTED);
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(2).toNanos());
            send(second, "again\r");
            assertEquals("again", next());
        }
    }

    @Test
    void waitingCostsAlmostNoProcessorTime() throws Exception {
        try (PseudoTerminal device = plugIn()) {
            start();
            assertTrue(device.path().toString().startsWith("/dev/pts/"));
            var threads = ManagementFactory.getThreadMXBean();
            long id =
                    Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                            .filter(t -> t != null && t.getThreadName().equals("scanner bench"))
                            .findFirst()
                            .orElseThrow()
                            .getThreadId();
            long before = threads.getThreadCpuTime(id);
            Thread.sleep(1_000);
            long cpuMillis = (threads.getThreadCpuTime(id) - before) / 1_000_000;
            assertTrue(cpuMillis < 100, cpuMillis + " ms in a second");
        }
    }

    @Test
    void afterCloseNothingIsDelivered() throws Exception {
        try (PseudoTerminal device = plugIn()) {
            start();
            scanner.close();
            send(device, "late\r");
            assertNull(scans.poll(100, TimeUnit.MILLISECONDS));
            assertEquals(SourceState.CLOSED, scanner.state());
        }
    }
}
