package io.fulfillx.backend.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

class PacedThreadTest {
    private final PacedThread thread = new PacedThread("paced", 0);

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
}
