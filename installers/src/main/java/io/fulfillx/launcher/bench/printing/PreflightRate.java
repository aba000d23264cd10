package io.fulfillx.launcher.bench.printing;

import io.fulfillx.launcher.bench.BenchRow;
import io.fulfillx.launcher.bench.BenchRun;
import io.fulfillx.launcher.bench.Measure;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.symbol.LinearReader;
import io.fulfillx.printing.symbol.Preflight;
import io.fulfillx.printing.symbol.PreflightResult;
import io.fulfillx.printing.symbol.Promise;
import io.fulfillx.printing.symbol.Symbol;
import io.fulfillx.printing.symbol.SymbolReaders;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Whether spoiled labels are stopped and good ones are not, and how long that takes. */
final class PreflightRate implements Measure {
    @Override
    public String part() {
        return "preflight";
    }

    @Override
    public List<BenchRow> rows(BenchRun run) throws IOException {
        List<Subject> subjects = subjects();
        if (subjects.isEmpty()) {
            return List.of();
        }
        Times nanos = new Times(new ArrayList<>(), new ArrayList<>());
        int falseStops = 0;
        for (int round = 0; round < 10; round++) {
            for (Subject subject : subjects) {
                boolean passed = !stopped(subject.label(), subject, nanos);
                falseStops += passed ? 0 : 1;
            }
        }
        nanos.wall().clear();
        nanos.work().clear();
        List<LabelMutation> mutations = List.of(LabelMutation.values());
        Random random = new Random(3);
        int count = run.quick() ? 200 : 1000;
        int stopped = 0;
        for (int i = 0; i < count; i++) {
            Subject subject = subjects.get(random.nextInt(subjects.size()));
            LabelMutation mutation = mutations.get(i % mutations.size());
            Bitmap spoiled =
                    mutation.of(subject.label(), subject.main(), subject.carriers(), random);
            boolean caught = stopped(spoiled, subject, nanos);
            stopped += caught ? 1 : 0;
            if (!caught) {
                run.progress().say("passed: " + subject.name() + " " + mutation);
            }
            falseStops += stopped(subject.label(), subject, nanos) ? 1 : 0;
        }
        return List.of(
                BenchRow.atLeast("spoiled labels stopped, of " + count, stopped, "labels", count),
                BenchRow.atMost("good labels stopped", falseStops, "labels", 0),
                BenchRow.atMost("preflight p95", percentile(nanos.wall()) / 1e6, "ms", 80),
                BenchRow.told("same, work of the processor", percentile(nanos.work()) / 1e6, "ms"));
    }

    private static boolean stopped(Bitmap label, Subject subject, Times nanos) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long worked = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        PreflightResult result = Preflight.check(label, subject.promise());
        nanos.wall().add(System.nanoTime() - begin);
        nanos.work().add(threads.getCurrentThreadCpuTime() - worked);
        return result instanceof PreflightResult.Stopped;
    }

    private static double percentile(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * 0.95)];
    }

    private static List<Subject> subjects() throws IOException {
        List<Subject> subjects = new ArrayList<>();
        for (Corpus.Sample sample : Corpus.samples()) {
            List<Symbol> bars = new LinearReader().read(sample.picture());
            bars.stream()
                    .filter(symbol -> symbol.payload().matches("[0-9A-Za-z\u001d+]{8,40}"))
                    .filter(symbol -> once(symbol, bars))
                    .max(Comparator.comparingInt(PreflightRate::size))
                    .ifPresent(main -> subjects.add(subject(sample, main)));
        }
        return subjects;
    }

    private static Subject subject(Corpus.Sample sample, Symbol main) {
        String number = number(main);
        List<Symbol> carriers =
                SymbolReaders.best().read(sample.picture()).stream()
                        .filter(
                                symbol ->
                                        symbol.payload().contains(number)
                                                || symbol.payload().contains("1Z"))
                        .toList();
        return new Subject(
                sample.name(), sample.picture(), main, carriers, new Promise(Set.of(number)));
    }

    private static String number(Symbol symbol) {
        return symbol.payload().substring(symbol.payload().lastIndexOf('\u001d') + 1);
    }

    private static boolean once(Symbol symbol, List<Symbol> all) {
        return all.stream().filter(each -> each.payload().equals(symbol.payload())).count() == 1;
    }

    private static int size(Symbol symbol) {
        return symbol.area().width() * symbol.area().height();
    }

    /** Nanoseconds of each check: that passed, and that the processor worked for it. */
    private record Times(List<Long> wall, List<Long> work) {}

    private record Subject(
            String name, Bitmap label, Symbol main, List<Symbol> carriers, Promise promise) {}
}
