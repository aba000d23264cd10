package io.fulfillx.launcher.bench.scanning;

import io.fulfillx.launcher.demo.Progress;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** One parser, fed with random input for some time in a thread of its own. */
final class FuzzRun {
    private static final int MOST_TOLD = 5;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** Nothing takes as long that ends at all. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** An input that took so long is tried again. */
    private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(50);

    private final String name;
    private final Predicate<String> holds;
    private final long nanos;
    private final long seed;
    private final Progress progress;

    private final AtomicLong inputs = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();

    /** When the input in hand was begun. */
    private final AtomicLong begun = new AtomicLong(System.nanoTime());

    FuzzRun(String name, Predicate<String> holds, Duration time, long seed, Progress progress) {
        this.name = name;
        this.holds = holds;
        this.nanos = time.toNanos();
        this.seed = seed;
        this.progress = progress;
    }

    String name() {
        return name;
    }

    double inputs() {
        return (double) inputs.get();
    }

    double failures() {
        return (double) failures.get();
    }

    double slowestMillis() {
        return slowest.get() / 1e6;
    }

    /** Runs them, as many at a time as there are processors; one that hangs is left behind. */
    static void all(List<FuzzRun> runs) throws InterruptedException {
        int together = Math.max(1, Runtime.getRuntime().availableProcessors());
        for (int from = 0; from < runs.size(); from += together) {
            List<FuzzRun> now = runs.subList(from, Math.min(runs.size(), from + together));
            List<Thread> threads =
                    now.stream().map(run -> Thread.ofPlatform().daemon().start(run::run)).toList();
            for (int i = 0; i < now.size(); i++) {
                now.get(i).await(threads.get(i));
            }
        }
    }

    private void await(Thread thread) throws InterruptedException {
        while (!thread.join(LOOK_EVERY)) {
            long held = System.nanoTime() - begun.get();
            if (held > PATIENCE_NANOS) {
                failures.incrementAndGet();
                slowest.set(held);
                progress.say(name + " hangs");
                return;
            }
        }
    }

    private void run() {
        RandomText random = new RandomText(seed);
        long start = System.nanoTime();
        long now = start;
        while (now - start < nanos) {
            begun.set(now);
            String text = random.next();
            if (!right(text) && failures.incrementAndGet() <= MOST_TOLD) {
                progress.say(name + " fails with " + RandomText.escaped(text));
            }
            inputs.incrementAndGet();
            long end = System.nanoTime();
            slowest.accumulateAndGet(end - now > SLOW ? again(text) : end - now, Math::max);
            now = System.nanoTime();
        }
    }

    /** How long it takes by itself: the processor may have been with somebody else. */
    private long again(String text) {
        long start = System.nanoTime();
        begun.set(start);
        var _ = right(text);
        return System.nanoTime() - start;
    }

    private boolean right(String text) {
        try {
            return holds.test(text);
        } catch (RuntimeException e) {
            progress.say(name + ": " + e);
            return false;
        }
    }
}
