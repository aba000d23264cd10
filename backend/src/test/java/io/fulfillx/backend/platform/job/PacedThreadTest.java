package io.fulfillx.backend.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.Precedence;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

class PacedThreadTest {
    private final Precedence precedence = new Precedence(Duration.ofSeconds(30));
    private final PacedThread thread = new PacedThread("paced", precedence, 0);

    @Test
    void workIsDoneElsewhereUnderTheCallersCorrelation() {
        List<String> seen =
                Correlation.call(
                        "c-1",
                        () ->
                                thread.run(
                                        () ->
                                                List.of(
                                                        Correlation.current(),
                                                        Thread.currentThread().getName(),
                                                        "virtual "
                                                                + Thread.currentThread()
                                                                        .isVirtual())));
        assertEquals(List.of("c-1", "paced", "virtual false"), seen);
    }

    @Test
    void whatTheWorkThrowsComesOutAsItIsAndTheNextPieceIsDone() {
        Fault fault = Fault.notFound("order");
        assertSame(
                fault,
                assertThrows(
                        Fault.class,
                        () ->
                                thread.run(
                                        () -> {
                                            throw fault;
                                        })));
        assertEquals(2, thread.run(() -> 2));
    }

    @Test
    void neverTwoAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        List<Integer> most = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(
                        callers.submit(
                                () ->
                                        thread.run(
                                                () -> {
                                                    int now = inside.incrementAndGet();
                                                    Thread.onSpinWait();
                                                    most.add(now);
                                                    return inside.decrementAndGet();
                                                })));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertEquals(50, most.size());
        assertFalse(most.stream().anyMatch(now -> now > 1));
    }

    @Test
    void itsStatementsWaitForThoseWhoRead() throws Exception {
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Reader reader = Reader.begin(others, precedence);
            Precedence.giveWay();
            Future<String> work = others.submit(() -> thread.run(PacedThreadTest::statement));
            assertThrows(TimeoutException.class, () -> work.get(100, TimeUnit.MILLISECONDS));
            reader.end();
            assertEquals("done", work.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void butNotForEver() throws Exception {
        Precedence impatient = new Precedence(Duration.ofMillis(1));
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Reader reader = Reader.begin(others, impatient);
            PacedThread other = new PacedThread("other", impatient, 0);
            assertEquals("done", other.run(PacedThreadTest::statement));
            reader.end();
        }
    }

    @Test
    void theyMayWaitAsLongAsItHasWorkedBefore() throws Exception {
        Duration worked = Duration.ofMillis(100);
        Precedence impatient = new Precedence(Duration.ofMillis(20));
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Reader reader = Reader.begin(others, impatient);
            Duration stopped =
                    impatient.last(
                            () -> {
                                assertFalse(awaited(new CountDownLatch(1), worked));
                                Precedence.giveWay();
                                Precedence.giveWay();
                            });
            assertTrue(stopped.compareTo(worked) >= 0, stopped::toString);
            reader.end();
        }
    }

    private static String statement() {
        Precedence.giveWay();
        return "done";
    }

    /** Somebody who reads until told that it is enough. */
    private record Reader(CountDownLatch enough, Future<Boolean> reading) {
        static Reader begin(ExecutorService threads, Precedence precedence) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch enough = new CountDownLatch(1);
            Future<Boolean> reading =
                    threads.submit(
                            () ->
                                    precedence.first(
                                            () -> {
                                                begun.countDown();
                                                return awaited(enough);
                                            }));
            assertTrue(awaited(begun));
            return new Reader(enough, reading);
        }

        void end() throws Exception {
            enough.countDown();
            assertTrue(reading.get());
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        return awaited(latch, Duration.ofSeconds(10));
    }

    private static boolean awaited(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
