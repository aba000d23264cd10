package io.fulfillx.backend.platform.job;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Precedence;
import io.fulfillx.backend.platform.job.Worker.Next;
import io.fulfillx.backend.platform.sql.News;
import io.fulfillx.model.id.OrgId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs workers, each on threads of its own. An organisation is looked at when news came from there,
 * when something waits for its time, and now and then in any case, because a wake may get lost
 * between processes. What fails is logged and tried again later; others do not wait for it. Their
 * statements stop for those who read.
 */
public final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration ROUND = Duration.ofSeconds(60);

    private final Duration idle;
    private final Precedence precedence;
    private final Supplier<List<OrgId>> orgs;
    private final Supplier<String> correlationIds;
    private final long start = System.nanoTime();
    private final List<Loop> loops = new ArrayList<>();
    private volatile boolean closed;

    /**
     * @param idle the pause before a look that nobody asked for
     * @param precedence of those for whom their statements stop
     * @param orgs all that there are
     */
    public Workers(
            Duration idle,
            Precedence precedence,
            Supplier<List<OrgId>> orgs,
            Supplier<String> correlationIds) {
        this.idle = idle;
        this.precedence = precedence;
        this.orgs = orgs;
        this.correlationIds = correlationIds;
    }

    public void start(Worker worker) {
        Loop loop = new Loop(worker);
        loops.add(loop);
        loop.thread.start();
    }

    /** Wakes those who wait for such news. */
    public void wake(News news) {
        for (Loop loop : loops) {
            if (!Collections.disjoint(loop.worker.wokenBy(), news.topics())) {
                loop.woken.add(news.org());
                loop.signal.release();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        loops.forEach(loop -> loop.thread.interrupt());
        loops.forEach(loop -> loop.looking.forEach(Thread::interrupt));
        for (Loop loop : loops) {
            join(loop.thread);
            List.copyOf(loop.looking).forEach(Workers::join);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A look that has ended; without a next one it failed. */
    private record Looked(OrgId org, Optional<Next> next) {}

    private final class Loop {
        private final Worker worker;
        private final Agenda agenda;
        private final Thread thread;
        private final Semaphore signal = new Semaphore(0);
        private final Set<OrgId> woken = ConcurrentHashMap.newKeySet();
        private final Queue<Looked> looked = new ConcurrentLinkedQueue<>();
        private final Set<Thread> looking = ConcurrentHashMap.newKeySet();
        private Duration nextRound = Duration.ZERO;
        private int busy;

        Loop(Worker worker) {
            this.worker = worker;
            this.agenda = new Agenda(idle, worker.pace());
            this.thread = Thread.ofVirtual().name("worker-" + worker.name()).unstarted(this::run);
        }

        private void run() {
            while (!closed) {
                try {
                    signal.drainPermits();
                    hear();
                    startLooks();
                    var _ = signal.tryAcquire(pause().toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.error("worker {} cannot find its work", worker.name(), e);
                    nextRound = now().plus(AFTER_FAILURE);
                }
            }
        }

        private void hear() {
            Duration now = now();
            if (now.compareTo(nextRound) >= 0) {
                nextRound = now.plus(ROUND);
                agenda.lookAt(orgs.get(), now);
            }
            for (OrgId org : List.copyOf(woken)) {
                woken.remove(org);
                agenda.wake(org, now);
            }
            for (Looked one = looked.poll(); one != null; one = looked.poll()) {
                busy--;
                OrgId org = one.org();
                one.next()
                        .ifPresentOrElse(
                                next -> agenda.looked(org, next, now),
                                () -> agenda.failed(org, now.plus(AFTER_FAILURE)));
            }
        }

        private void startLooks() {
            Optional<OrgId> org = nextOrg();
            while (org.isPresent()) {
                OrgId one = org.get();
                busy++;
                Thread look =
                        Thread.ofVirtual()
                                .name("worker-" + worker.name())
                                .unstarted(
                                        () -> {
                                            var _ = precedence.last(() -> look(one));
                                        });
                looking.add(look);
                look.start();
                org = nextOrg();
            }
        }

        private Optional<OrgId> nextOrg() {
            return busy < worker.together() ? agenda.next(now()) : Optional.empty();
        }

        private Duration pause() {
            Duration round = nextRound.minus(now());
            if (busy == worker.together()) {
                return round;
            }
            return agenda.untilNext(now()).filter(it -> it.compareTo(round) < 0).orElse(round);
        }

        private void look(OrgId org) {
            Optional<Next> next = Optional.empty();
            try {
                next =
                        Optional.of(
                                Correlation.call(correlationIds.get(), () -> worker.runOnce(org)));
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.error("worker {} failed and will try again", worker.name(), e);
                }
            } finally {
                looking.remove(Thread.currentThread());
                looked.add(new Looked(org, next));
                signal.release();
            }
        }
    }
}
