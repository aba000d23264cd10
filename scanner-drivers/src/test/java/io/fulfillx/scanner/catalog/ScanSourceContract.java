package io.fulfillx.scanner.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.scanner.Feedback;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.SourceState;
import io.fulfillx.scanner.virtual.VirtualScanner;
import io.fulfillx.scanner.virtual.WireNoise;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What every kind of scanner promises, against a virtual one of its kind. */
@EnabledOnOs(OS.LINUX)
@Timeout(20)
abstract class ScanSourceContract {
    private static final String LONG_CODE = "]C10109521234543213" + "X".repeat(100) + "\u001D21A";

    @TempDir Path folder = Path.of("");

    private final BlockingQueue<Scan> scans = new LinkedBlockingQueue<>();
    private final BlockingQueue<SourceState> states = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** Not plugged in yet. */
    abstract VirtualScanner scanner() throws IOException;

    private VirtualScanner plugIn() throws IOException {
        VirtualScanner scanner = scanner();
        scanner.plugIn();
        open.add(scanner);
        return scanner;
    }

    private ScanSource listen(VirtualScanner scanner) {
        ScanSource source =
                ScannerCatalog.open(URI.create(scanner.address()), "bench", Clock.systemUTC());
        open.addFirst(source);
        source.onState(states::add);
        source.start(scans::add);
        return source;
    }

    private void await(SourceState wanted) throws InterruptedException {
        SourceState state = states.poll(5, TimeUnit.SECONDS);
        while (state != wanted && state != null) {
            state = states.poll(5, TimeUnit.SECONDS);
        }
        assertEquals(wanted, state);
    }

    private String next() throws InterruptedException {
        Scan scan = scans.poll(3, TimeUnit.SECONDS);
        return scan == null ? "nothing" : scan.text();
    }

    @AfterEach
    void putAway() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void aScanArrivesWithItsDeviceAndSymbology() throws Exception {
        VirtualScanner scanner = plugIn();
        listen(scanner);
        await(SourceState.CONNECTED);
        scanner.scan("]C1010952123454321321A");
        Scan scan = scans.poll(3, TimeUnit.SECONDS);
        assertTrue(scan != null && scan.device().equals("bench"));
        assertEquals(Optional.of("]C1"), scan.aimId());
        assertEquals("010952123454321321A", scan.text());
    }

    @Test
    void aHundredScansInPiecesArriveWholeAndInOrder() throws Exception {
        VirtualScanner scanner = plugIn();
        listen(scanner);
        await(SourceState.CONNECTED);
        WireNoise noise = new WireNoise(new Random(3), 2);
        for (int i = 0; i < 50; i++) {
            noise.scan(scanner, "item" + i);
            noise.scan(scanner, LONG_CODE);
        }
        for (int i = 0; i < 50; i++) {
            assertEquals("item" + i, next());
            assertEquals(LONG_CODE.substring(3), next());
        }
    }

    @Test
    void aScannerPluggedInAgainIsBackWithinTwoSeconds() throws Exception {
        VirtualScanner scanner = plugIn();
        listen(scanner);
        await(SourceState.CONNECTED);
        scanner.scan("first");
        assertEquals("first", next());
        scanner.unplug();
        await(SourceState.MISSING);
        long start = System.nanoTime();
        scanner.plugIn();
        await(SourceState.CONNECTED);
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(2).toNanos());
        scanner.scan("again");
        assertEquals("again", next());
    }

    @Test
    void aScannerThatIsNotThereYetIsMissingAndSaysWhy() throws Exception {
        VirtualScanner scanner = plugIn();
        scanner.unplug();
        ScanSource source = listen(scanner);
        await(SourceState.MISSING);
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (source.problem().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertTrue(source.problem().isPresent());
        assertEquals(SourceState.MISSING, source.state());
    }

    @Test
    void waitingCostsAlmostNoProcessorTime() throws Exception {
        VirtualScanner scanner = plugIn();
        listen(scanner);
        await(SourceState.CONNECTED);
        assertTrue(cpuMillis(300) < 50);
    }

    @Test
    void lookingForAMissingScannerCostsAlmostNothing() throws Exception {
        VirtualScanner scanner = plugIn();
        listen(scanner);
        await(SourceState.CONNECTED);
        scanner.scan("first");
        assertEquals("first", next());
        scanner.unplug();
        await(SourceState.MISSING);
        assertTrue(cpuMillis(300) < 50);
    }

    private static long cpuMillis(int wait) throws InterruptedException {
        var threads = ManagementFactory.getThreadMXBean();
        long id =
                Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(t -> t != null && t.getThreadName().equals("scanner bench"))
                        .findFirst()
                        .orElseThrow()
                        .getThreadId();
        long before = threads.getThreadCpuTime(id);
        Thread.sleep(wait);
        return (threads.getThreadCpuTime(id) - before) / 1_000_000;
    }

    @Test
    void afterCloseNothingIsDelivered() throws Exception {
        VirtualScanner scanner = plugIn();
        ScanSource source = listen(scanner);
        await(SourceState.CONNECTED);
        scanner.scan("first");
        assertEquals("first", next());
        source.close();
        assertEquals(SourceState.CLOSED, source.state());
        assertFalse(source.feedback(Feedback.GOOD));
        assertNull(scans.poll(50, TimeUnit.MILLISECONDS));
    }

    @Test
    void noiseBeforeAScanHarmsThatScanAtMost() throws Exception {
        VirtualScanner scanner = plugIn();
        listen(scanner);
        await(SourceState.CONNECTED);
        scanner.send(new byte[] {0x13, 0x11, 0, 7});
        Thread.sleep(600);
        scanner.scan("after");
        String heard = next();
        assertEquals("after", heard.equals("after") ? heard : next());
    }
}
