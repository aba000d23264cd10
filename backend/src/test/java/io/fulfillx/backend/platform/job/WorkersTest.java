package io.fulfillx.backend.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.platform.Precedence;
import io.fulfillx.backend.platform.job.Worker.Next;
import io.fulfillx.backend.platform.sql.News;
import io.fulfillx.model.id.OrgId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

class WorkersTest {
    private static final OrgId ORG = new OrgId(UUID.randomUUID());

    private final Precedence precedence = new Precedence(Duration.ofSeconds(30));

    private record Looking(String name, Semaphore looks) implements Worker {
        @Override
        public Set<String> wokenBy() {
            return Set.of(name);
        }

        @Override
        public Next runOnce(OrgId org) {
            Precedence.giveWay();
            looks.release();
            return Next.WHEN_WOKEN;
        }

        boolean looked() throws InterruptedException {
            return looks.tryAcquire(10, TimeUnit.SECONDS);
        }

        boolean looksSoon() {
            try {
                return looks.tryAcquire(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void newsWakeThoseWhoWaitForThemAlone() throws InterruptedException {
        Looking left = new Looking("left", new Semaphore(0));
        Looking right = new Looking("right", new Semaphore(0));
        try (Workers workers = workers()) {
            workers.start(left);
            workers.start(right);
            assertTrue(left.looked(), "each looks once at first");
            assertTrue(right.looked(), "each looks once at first");
            workers.wake(new News(ORG, Set.of("left", "nobody")));
            assertTrue(left.looked());
            // By then a look of the other one would have come as well.
            workers.wake(new News(ORG, Set.of("left")));
            assertTrue(left.looked());
            assertEquals(0, right.looks().availablePermits());
        }
    }

    @Test
    void theirStatementsWaitForThoseWhoRead() throws InterruptedException {
        Looking looking = new Looking("one", new Semaphore(0));
        try (Workers workers = workers()) {
            boolean soon =
                    precedence.first(
                            () -> {
                                workers.start(looking);
                                return looking.looksSoon();
                            });
            assertFalse(soon, "somebody reads");
            assertTrue(looking.looked());
        }
    }

    private Workers workers() {
        return new Workers(Duration.ofHours(1), precedence, () -> List.of(ORG), () -> "c");
    }
}
