package io.fulfillx.launcher.bench.scanning;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.SourceState;
import io.fulfillx.scanner.catalog.ScannerCatalog;
import io.fulfillx.scanner.virtual.VirtualHidScanner;
import io.fulfillx.scanner.virtual.VirtualScanner;
import io.fulfillx.scanner.virtual.VirtualSerialScanner;
import io.fulfillx.scanner.virtual.VirtualTcpScanner;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** From a scan's last byte to its event, and what a scanner costs that reads nothing. */
final class ScanLatency implements Measure {
    private static final int SCANS = 5_000;
    private static final int QUICK_SCANS = 1_000;
    private static final int WARM_UP = 200;
    private static final int IDLE_SECONDS = 20;
    private static final int QUICK_IDLE_SECONDS = 5;
    private static final int EACH = 4;
    private static final double TARGET_MILLIS = 10;
    private static final double IDLE_PERCENT = 0.5;
    private static final double PERCENT = 100;
    private static final double NANOS = 1e6;
    private static final long LATEST = TimeUnit.SECONDS.toNanos(10);

    /** One scanner and the program that listens to it. */
    private record Pair(VirtualScanner scanner, ScanSource source, BlockingQueue<Long> arrivals) {
        void close() throws IOException {
            source.close();
            scanner.close();
        }
    }

    @Override
    public String part() {
        return "latency";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        List<BenchRow> rows = new ArrayList<>();
        try {
            for (String wire : List.of("serial", "tcp", "hid")) {
                Pair pair = connect(scanner(wire, run.folder(), 0));
                Histogram times = times(pair, run.quick() ? QUICK_SCANS : SCANS);
                pair.close();
                rows.add(
                        BenchRow.atMost(
                                wire + ": last byte to event p99",
                                times.getValueAtPercentile(99) / NANOS,
                                "ms",
                                TARGET_MILLIS));
                rows.add(
                        BenchRow.told(
                                wire + ": last byte to event, worst",
                                times.getMaxValue() / NANOS,
                                "ms"));
            }
            rows.addAll(idle(run));
            return rows;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static VirtualScanner scanner(String wire, Path folder, int number) {
        Path link = folder.resolve(wire + number);
        return switch (wire) {
            case "serial" -> new VirtualSerialScanner(link);
            case "hid" -> new VirtualHidScanner(link);
            default -> new VirtualTcpScanner();
        };
    }

    private static Pair connect(VirtualScanner scanner) throws IOException, InterruptedException {
        scanner.plugIn();
        URI address = URI.create(scanner.address());
        ScanSource source = ScannerCatalog.open(address, "bench", Clock.systemUTC());
        BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
        source.start((Scan _) -> arrivals.add(System.nanoTime()));
        await(source, SourceState.CONNECTED);
        return new Pair(scanner, source, arrivals);
    }

    private static void await(ScanSource source, SourceState state)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LATEST;
        while (source.state() != state) {
            if (System.nanoTime() > end) {
                throw new IOException("a virtual scanner never became " + state);
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    /** Both sides are on this machine and read the same clock. */
    private static Histogram times(Pair pair, int scans) throws IOException, InterruptedException {
        Histogram times = new Histogram(LATEST, 3);
        for (int i = 0; i < scans + WARM_UP; i++) {
            byte[] bytes = pair.scanner().encoded("]C1010952123454321321A" + i);
            long sent = System.nanoTime();
            pair.scanner().send(bytes);
            Long arrived = pair.arrivals().poll(LATEST, TimeUnit.NANOSECONDS);
            if (arrived == null) {
                throw new IOException("a scan never arrived");
            }
            if (i >= WARM_UP) {
                times.recordValue(Math.max(0, arrived - sent));
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return times;
    }

    private static List<BenchRow> idle(BenchRun run) throws IOException, InterruptedException {
        int seconds = run.quick() ? QUICK_IDLE_SECONDS : IDLE_SECONDS;
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            for (String wire : List.of("serial", "tcp", "hid")) {
                pairs.add(connect(scanner(wire, run.folder(), i + 1)));
            }
        }
        for (Pair pair : pairs) {
            pair.scanner().scan("4006381333931");
            pair.arrivals().poll(LATEST, TimeUnit.NANOSECONDS);
        }
        double idle = share(seconds) / pairs.size();
        for (Pair pair : pairs) {
            pair.scanner().unplug();
        }
        for (Pair pair : pairs) {
            await(pair.source(), SourceState.MISSING);
        }
        double unplugged = share(seconds) / pairs.size();
        for (Pair pair : pairs) {
            pair.close();
        }
        return List.of(
                BenchRow.atMost("an idle scanner, of a core", idle, "%", IDLE_PERCENT),
                BenchRow.atMost("an unplugged scanner, of a core", unplugged, "%", IDLE_PERCENT));
    }

    private static double share(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        long before = processNanos();
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        return PERCENT * (processNanos() - before) / (System.nanoTime() - start);
    }

    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
