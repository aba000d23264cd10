package io.fulfillx.launcher.bench.scanning;

import com.sun.management.ThreadMXBean;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.scanner.gs1.DigitalLink;
import io.fulfillx.scanner.gs1.Gs1Message;
import io.fulfillx.scanner.gs1.ScanData;
import io.fulfillx.scanner.tracking.Tracking;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How many messages one thread reads and checks in a second, and what each costs in memory. */
final class ParseRate implements Measure {
    private static final int SAMPLES = 20_000;
    private static final double TARGET = 1_000_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public String part() {
        return "parse";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) {
        SampleScans samples = new SampleScans(7);
        List<BenchRow> rows = new ArrayList<>();
        measure(
                run,
                "element strings",
                samples.many(SAMPLES, samples::elementString),
                text -> Gs1Message.parse(text) instanceof Gs1Message,
                rows);
        measure(
                run,
                "scans with AIM identifier",
                samples.many(SAMPLES, samples::scanned),
                text -> ScanData.parse(text) instanceof ScanData.Coded,
                rows);
        measure(
                run,
                "bracketed",
                samples.many(SAMPLES, samples::bracketed),
                text -> Gs1Message.parseBracketed(text) instanceof Gs1Message,
                rows);
        measure(
                run,
                "links",
                samples.many(SAMPLES, samples::link),
                text -> DigitalLink.parse(text) instanceof DigitalLink.Reading.Read,
                rows);
        measure(
                run,
                "carriers' numbers",
                samples.many(SAMPLES, samples::tracking),
                text -> !(Tracking.read(text) instanceof Tracking.Unknown),
                rows);
        return rows;
    }

    private static void measure(
            BenchRun run,
            String name,
            List<String> texts,
            Predicate<String> reads,
            List<BenchRow> rows) {
        double seconds = run.quick() ? 1 : 5;
        rate(texts, reads, seconds);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        double[] rate = rate(texts, reads, seconds);
        double bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / rate[1];
        rows.add(BenchRow.atLeast("read per second, " + name, rate[0], "messages", TARGET));
        rows.add(BenchRow.told("memory for each, " + name, bytes, "bytes"));
    }

    /** Messages in a second of the processor, and messages in all. */
    private static double[] rate(List<String> texts, Predicate<String> reads, double seconds) {
        long start = THREADS.getCurrentThreadCpuTime();
        long end = start + (long) (seconds * 1e9);
        long count = 0;
        long now = start;
        while (now < end) {
            for (String text : texts) {
                if (!reads.test(text)) {
                    throw new IllegalStateException("a sample is not read: " + text);
                }
            }
            count += texts.size();
            now = THREADS.getCurrentThreadCpuTime();
        }
        return new double[] {count * 1e9 / (now - start), count};
    }
}
