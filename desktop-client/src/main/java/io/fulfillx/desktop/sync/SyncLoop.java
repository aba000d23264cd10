package io.fulfillx.desktop.sync;

import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreEvent;
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.desktop.sync.LinkWatch.Way;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.StationOrders;
import io.fulfillx.model.sync.StationReport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps station and server alike, on two threads of its own: the journal goes up in order, the feed
 * comes down. Both go on for ever; nothing of it is on the path of a scan.
 */
public final class SyncLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);
    private static final Duration LONG_POLL = Duration.ofSeconds(20);

    /** How often the feed is asked although nobody said that it has grown. */
    private static final Duration UNPOKED = Duration.ofSeconds(5);

    private static final Duration IDLE = Duration.ofSeconds(2);

    /** First the scan is painted, then it is sent, with what belongs to it. */
    private static final Duration AFTER_A_SCAN = Duration.ofMillis(100);

    private static final String REVOKED = "station-revoked";

    /** One round of a loop. */
    private interface Round {
        /** How long to wait for a kick before the next one. */
        Duration run() throws IOException, InterruptedException, ServerRefusal;
    }

    private final StationStore store;
    private final ServerClient client;
    private final LinkWatch link;
    private final Semaphore pushKick = new Semaphore(0);
    private final Semaphore pullKick = new Semaphore(0);
    private final Thread push;
    private final Thread pull;
    private volatile boolean closed;
    private final SendJournal sender;
    private final PullFeed puller;
    private final PokeSocket pokes;
    private final ReportStation reports;
    private final BorrowNumbers numbers;

    /**
     * @param report how the station stands now
     * @param changed called whenever the link or what is wanted of the station may look different
     */
    public SyncLoop(
            StationStore store,
            StationIdentity identity,
            ServerClient client,
            Supplier<StationReport> report,
            Runnable changed) {
        this.store = store;
        this.client = client;
        this.link = new LinkWatch(store.clock(), changed);
        this.sender = new SendJournal(store, identity, client, MachineId.ofThisMachine());
        this.puller = new PullFeed(store, identity, client, sender);
        this.reports = new ReportStation(identity, client, report, changed);
        this.numbers = new BorrowNumbers(store, identity, client);
        this.pokes = new PokeSocket(client, identity, pullKick::release);
        this.push =
                Thread.ofVirtual()
                        .name("sync-up")
                        .unstarted(() -> loop(Way.UP, pushKick, AFTER_A_SCAN, this::pushOnce));
        this.pull =
                Thread.ofVirtual()
                        .name("sync-down")
                        .unstarted(() -> loop(Way.DOWN, pullKick, Duration.ZERO, this::pullOnce));
    }

    public void start() {
        store.listen(
                event -> {
                    // While nobody answers, a try with every scan would only cost time.
                    if (event == StoreEvent.JOURNAL && link.of(Way.UP) instanceof Link.Online) {
                        kick();
                    }
                });
        push.start();
        pull.start();
        pokes.start();
    }

    /** Something to send, or the way is free again: do not wait any longer. */
    public void kick() {
        pushKick.release();
    }

    public Link link() {
        Link seen = link.link();
        String doubt = sender.doubt();
        return doubt != null && seen instanceof Link.Online ? new Link.Refused(doubt) : seen;
    }

    /** What those who look after the stations want of this one. */
    public StationOrders orders() {
        return reports.orders();
    }

    /** Whether the server tells of news by itself now; else they come with the next poll. */
    public boolean isPoked() {
        return pokes.isOpen();
    }

    /** The last time the server answered as agreed. */
    public @Nullable Instant lastSuccess() {
        return link.lastSuccess();
    }

    @Override
    public void close() {
        closed = true;
        pokes.close();
        push.interrupt();
        pull.interrupt();
        client.close();
        try {
            for (Thread thread : List.of(push, pull)) {
                if (thread.isAlive()) {
                    thread.join(Duration.ofSeconds(2));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop(Way way, Semaphore kick, Duration calm, Round round) {
        Backoff backoff = new Backoff(new SecureRandom());
        while (!closed) {
            try {
                Duration pause = attempt(way, round, backoff);
                if (!pause.isZero()) {
                    boolean kicked = kick.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                    if (kicked) {
                        Thread.sleep(calm);
                        kick.drainPermits();
                    }
                }
            } catch (InterruptedException e) {
                if (closed) {
                    return;
                }
            }
        }
    }

    private Duration attempt(Way way, Round round, Backoff backoff) throws InterruptedException {
        try {
            Duration pause = round.run();
            backoff.reset();
            return pause;
        } catch (IOException e) {
            link.offline(way);
            LOG.debug("{}: no answer: {}", way, e.toString());
        } catch (StoreException e) {
            // A full disk may get room again; until then nothing is lost, only late.
            LOG.error("{}: {}", way, e.getMessage());
        } catch (ServerRefusal e) {
            LOG.warn("{}: {}", way, e.getMessage());
            if (e.passing()) {
                link.offline(way);
            } else if (way != Way.UP || !sender.reopensAfter(e)) {
                link.refused(way, e.code());
                if (e.code().equals(REVOKED) && store.retire()) {
                    LOG.warn("this station was taken out: its keys are destroyed");
                    closed = true;
                }
            }
        }
        return backoff.next();
    }

    private Duration pushOnce() throws IOException, InterruptedException, ServerRefusal {
        Duration pause =
                switch (sender.round()) {
                    case NOTHING -> IDLE;
                    case SOME -> {
                        link.online(Way.UP);
                        yield Duration.ZERO;
                    }
                    case STUCK -> IDLE;
                };
        // Behind the journal, which the server has to know before it lends anything.
        numbers.ifLow();
        return pause;
    }

    private Duration pullOnce() throws IOException, InterruptedException, ServerRefusal {
        boolean wasOnline = link.of(Way.DOWN) instanceof Link.Online;
        boolean poked = pokes.isOpen();
        // While it is not known whether the server is there, ask for a quick answer; and whoever
        // is told of news need not wait at the server for it.
        Duration wait = wasOnline && !poked ? LONG_POLL : Duration.ZERO;
        long began = System.nanoTime();
        FeedPage page = puller.round(wait);
        link.online(Way.DOWN);
        reports.ifDue();
        if (!wasOnline || page.reset()) {
            kick();
        }
        boolean empty = page.jobs().isEmpty() && !page.more();
        if (poked) {
            return page.more() ? Duration.ZERO : UNPOKED;
        }
        boolean quick = System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(500);
        return empty && quick && wasOnline ? Duration.ofMillis(500) : Duration.ZERO;
    }
}
