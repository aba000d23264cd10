package io.fulfillx.scanner;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The one queue in which the scans of all sources end. The listener gets them one by one, in order
 * of arrival, on its executor (for a screen: the one that runs on the user interface thread, which
 * must keep order). A repeat of a device's last scan within {@link #DOUBLE_READ} is a double read
 * of the hardware, since no hand pulls a trigger twice that fast, and is dropped.
 */
public final class ScanInbox implements AutoCloseable {
    /** Shorter than two deliberate scans, longer than a scanner's own repeat. */
    public static final Duration DOUBLE_READ = Duration.ofMillis(120);

    private final Consumer<Scan> listener;
    private final Executor executor;
    private final List<ScanSource> sources = new CopyOnWriteArrayList<>();
    private final Map<String, Scan> lastOfDevice = new HashMap<>();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong repeatsDropped = new AtomicLong();
    private volatile boolean closed;

    public ScanInbox(Consumer<Scan> listener, Executor executor) {
        this.listener = listener;
        this.executor = executor;
    }

    /** Starts the source and closes it with this inbox. */
    public void attach(ScanSource source) {
        sources.add(source);
        source.start(this::accept);
    }

    /** The sources attached, for a status bar. */
    public List<ScanSource> sources() {
        return List.copyOf(sources);
    }

    /** Takes a scan, from any thread. */
    public void accept(Scan scan) {
        // Handing on inside the lock keeps the order between threads.
        synchronized (lastOfDevice) {
            if (closed) {
                return;
            }
            if (isDoubleRead(lastOfDevice.put(scan.device(), scan), scan)) {
                repeatsDropped.incrementAndGet();
                return;
            }
            received.incrementAndGet();
            executor.execute(() -> listener.accept(scan));
        }
    }

    private static boolean isDoubleRead(@Nullable Scan before, Scan scan) {
        return before != null
                && before.text().equals(scan.text())
                && Duration.between(before.at(), scan.at()).abs().compareTo(DOUBLE_READ) < 0;
    }

    /** Scans handed on. */
    public long received() {
        return received.get();
    }

    /** Double reads that were dropped. */
    public long repeatsDropped() {
        return repeatsDropped.get();
    }

    @Override
    public void close() {
        closed = true;
        sources.forEach(ScanSource::close);
    }
}
