package io.fulfillx.scanner.scale;

import static org.junit.jupiter.api.Assertions.fail;

import io.fulfillx.model.quantity.Weight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a scale said, for tests to wait for. */
final class Readings implements Consumer<ScaleReading> {
    private final BlockingQueue<ScaleReading> queue = new LinkedBlockingQueue<>();

    @Override
    public void accept(ScaleReading reading) {
        queue.add(reading);
    }

    /** Waits for it, and gives all that came before and with it. */
    List<ScaleReading> until(Predicate<ScaleReading> wanted, Duration limit)
            throws InterruptedException {
        List<ScaleReading> seen = new ArrayList<>();
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            ScaleReading next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return fail("it never came; there was " + seen);
            }
            seen.add(next);
            if (wanted.test(next)) {
                return seen;
            }
        }
    }

    List<ScaleReading> untilStable(int grams) throws InterruptedException {
        return until(stable(grams)::equals, Duration.ofSeconds(4));
    }

    <T extends ScaleReading> List<ScaleReading> until(Class<T> kind) throws InterruptedException {
        return until(kind::isInstance, Duration.ofSeconds(4));
    }

    void forget() {
        queue.clear();
    }

    static ScaleReading stable(int grams) {
        return new ScaleReading.Stable(new Weight(grams));
    }
}
