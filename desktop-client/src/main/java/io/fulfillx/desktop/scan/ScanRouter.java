package io.fulfillx.desktop.scan;

import io.fulfillx.desktop.config.NamedScanner;
import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanCounts;
import io.fulfillx.scanner.ScanInbox;
import io.fulfillx.scanner.ScanListener;
import io.fulfillx.scanner.ScanPolicy;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.ScannerKind.Surroundings;
import io.fulfillx.scanner.SourceState;
import io.fulfillx.scanner.catalog.ScannerCatalog;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Brings the scans of all devices to one taker, in order of arrival and one at a time: the next
 * scan waits until the answer to the one before was given. While the screen is not ready for the
 * work in hand, scans wait, and those that were aimed at other work are refused. Scans that come
 * while nobody listens wait too.
 */
public final class ScanRouter implements AutoCloseable {
    private final List<NamedScanner> scanners;
    private final Surroundings surroundings;
    private final Runnable changed;
    private final ExecutorService oneAtATime =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("scans").daemon(true).factory());
    private final ScanInbox inbox;
    private final List<ScanSource> sources = new CopyOnWriteArrayList<>();
    private final Queue<ArrivedScan> unheard = new ArrayDeque<>();
    private @Nullable ScanTaker taker;
    private long arrivedAt;

    /**
     * @param changed called on a scanner's thread whenever one came or went
     */
    public ScanRouter(
            List<NamedScanner> scanners, LocalDevices devices, Clock clock, Runnable changed) {
        this.surroundings = new Surroundings(devices, clock);
        this.changed = changed;
        this.inbox = new ScanInbox(new Deliveries(), this::stamp, ScanPolicy.holding());
        this.scanners = List.copyOf(scanners);
    }

    /** Begins to listen. Call it once. */
    public void start() {
        for (NamedScanner scanner : scanners) {
            attach(ScannerCatalog.open(scanner.address(), scanner.name(), surroundings));
        }
    }

    /** The newest taker gets all that follows, and first what nobody heard. */
    public void onScan(ScanTaker newest) {
        oneAtATime.execute(
                () -> {
                    taker = newest;
                    while (!unheard.isEmpty()) {
                        newest.taken(unheard.remove());
                    }
                });
    }

    /** What a scan that begins now is aimed at. */
    public String aim() {
        return inbox.aim();
    }

    /**
     * A scan the keyboard wedge decoded, or text typed in its place.
     *
     * @param aim what {@link #aim} said when it began
     */
    public void wedge(String text, String aim) {
        inbox.accept(Scan.of("wedge", text, surroundings.clock().instant()), aim);
    }

    /** Takes scans from one more device. */
    public void attach(ScanSource source) {
        sources.add(source);
        source.onState(_ -> changed.run());
        inbox.attach(source);
    }

    /** The work in hand has changed and the screen does not show it yet. */
    public void disarm() {
        inbox.disarm();
    }

    /** The screen shows this work. */
    public void arm(String work) {
        inbox.arm(work);
    }

    /** Whether a scan would be taken at once. */
    public boolean isArmed() {
        return inbox.isArmed();
    }

    /** How all scans ended so far. */
    public ScanCounts counts() {
        return inbox.counts();
    }

    /** What each scanner says of itself. */
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

    private final class Deliveries implements ScanListener {
        /** The taker disarms by itself, at the very moment in which the work changes. */
        @Override
        public After scanned(Scan scan) {
            ArrivedScan arrived = new ArrivedScan(scan, arrivedAt);
            ScanTaker listening = taker;
            if (listening == null) {
                unheard.add(arrived);
            } else {
                listening.taken(arrived);
            }
            return After.SAME_WORK;
        }

        @Override
        public void refused(Scan scan, Refusal why) {
            ScanTaker listening = taker;
            if (listening != null && why != Refusal.CLOSED) {
                listening.refused(scan, why);
            }
        }
    }
}
