package io.fulfillx.desktop.scan;

import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanInbox;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.SourceState;
import io.fulfillx.scanner.catalog.ScannerCatalog;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Brings the scans of all devices to one consumer, in order of arrival and one at a time: the next
 * scan waits until the answer to the one before was given. Scans that come while nobody listens
 * wait too.
 */
public final class ScanRouter implements AutoCloseable {
    private final Clock clock;
    private final ExecutorService oneAtATime =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("scans").daemon(true).factory());
    private final ScanInbox inbox;
    private final List<ScanSource> sources = new CopyOnWriteArrayList<>();
    private final Queue<ArrivedScan> unheard = new ArrayDeque<>();
    private @Nullable Consumer<ArrivedScan> consumer;
    private long arrivedAt;

    public ScanRouter(List<URI> scanners, Clock clock) {
        this.clock = clock;
        this.inbox = new ScanInbox(this::deliver, this::stamp);
        for (URI scanner : scanners) {
            attach(ScannerCatalog.open(scanner, scanner.toString(), clock));
        }
    }

    /** The newest consumer gets all that follows, and first what nobody heard. */
    public void onScan(Consumer<ArrivedScan> newest) {
        oneAtATime.execute(
                () -> {
                    consumer = newest;
                    while (!unheard.isEmpty()) {
                        newest.accept(unheard.remove());
                    }
                });
    }

    /** A scan the keyboard wedge decoded, or text typed in its place. */
    public void wedge(String text) {
        inbox.accept(Scan.of("wedge", text, clock.instant()));
    }

    /** Takes scans from one more device. */
    public void attach(ScanSource source) {
        sources.add(source);
        inbox.attach(source);
    }

    /** What each serial scanner says of itself. */
    public Map<String, SourceState> states() {
        Map<String, SourceState> states = new LinkedHashMap<>();
        sources.forEach(source -> states.put(source.name(), source.state()));
        return states;
    }

    @Override
    public void close() {
        inbox.close();
        oneAtATime.shutdown();
    }

    /** The inbox hands a delivery over on the thread that read the scan, at once. */
    private void stamp(Runnable delivery) {
        long now = System.nanoTime();
        oneAtATime.execute(
                () -> {
                    arrivedAt = now;
                    delivery.run();
                });
    }

    private void deliver(Scan scan) {
        ArrivedScan arrived = new ArrivedScan(scan, arrivedAt);
        Consumer<ArrivedScan> listening = consumer;
        if (listening == null) {
            unheard.add(arrived);
        } else {
            listening.accept(arrived);
        }
    }
}
