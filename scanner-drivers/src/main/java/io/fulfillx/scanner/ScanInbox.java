package io.fulfillx.scanner;

import io.fulfillx.scanner.ScanListener.After;
import io.fulfillx.scanner.ScanListener.Refusal;
import io.fulfillx.scanner.ScanPolicy.WhileDisarmed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The one queue in which the scans of all sources end, and the guard that no scan lands in work it
 * was not aimed at. A scan is aimed at the work in hand when it begins. The listener gets them one
 * by one on its executor (which must keep order). When the listener says that a scan has changed
 * the work, the inbox is disarmed: what comes then waits or is refused, until the screen is ready
 * and arms it with the work in hand. A waiting scan is delivered only if that is the work it was
 * aimed at, and refused otherwise. Every scan ends as delivered, duplicate or refused, and the
 * listener hears of each end.
 */
public final class ScanInbox implements AutoCloseable {
    /** The usual time within which a repeat is the hardware's. */
    public static final Duration DOUBLE_READ = ScanPolicy.holding().doubleRead();

    private final ScanListener listener;
    private final Executor executor;
    private final ScanPolicy policy;
    private final List<ScanSource> sources = new CopyOnWriteArrayList<>();

    private final Object lock = new Object();
    private final Map<String, Scan> lastOfDevice = new HashMap<>();
    private final Deque<Scan> waiting = new ArrayDeque<>();
    private String work = "";
    private boolean armed = true;
    private boolean busy;

    /** The listener has armed by itself while it took a scan. */
    private boolean armedMeanwhile;

    private boolean closed;
    private long received;
    private long delivered;
    private long duplicates;
    private long refused;

    /** An inbox that is always armed, for a program without screens. */
    public ScanInbox(Consumer<Scan> listener, Executor executor) {
        this(
                scan -> {
                    listener.accept(scan);
                    return After.SAME_WORK;
                },
                executor,
                ScanPolicy.holding());
    }

    /** Begins armed, with work named "". */
    public ScanInbox(ScanListener listener, Executor executor, ScanPolicy policy) {
        this.listener = listener;
        this.executor = executor;
        this.policy = policy;
    }

    /** Starts the source and closes it with this inbox. */
    public void attach(ScanSource source) {
        sources.add(source);
        source.start(this::accept);
    }

    /** Closes the source and forgets it; what it has sent still ends properly. */
    public void detach(ScanSource source) {
        sources.remove(source);
        source.close();
    }

    /** The sources attached, for a status bar. */
    public List<ScanSource> sources() {
        return List.copyOf(sources);
    }

    /** Takes a scan that came in one piece, from any thread. */
    public void accept(Scan scan) {
        synchronized (lock) {
            accept(scan, work);
        }
    }

    /**
     * What a scan that begins now is aimed at, for one that takes a while to come; empty between
     * two pieces of work, when it can only be meant for the next.
     */
    public String aim() {
        synchronized (lock) {
            return armed ? work : "";
        }
    }

    /**
     * Takes a scan whose first character came before its last one, such as that of a scanner that
     * plays keyboard.
     *
     * @param aimedAt what {@link #aim} was at its first character
     */
    public void accept(Scan scan, String aimedAt) {
        // Handing on inside the lock keeps the order between threads.
        synchronized (lock) {
            received++;
            if (closed) {
                // Nobody is left to be told: the executor may be gone.
                refused++;
            } else if (isDoubleRead(lastOfDevice.put(scan.device(), scan), scan)) {
                duplicates++;
                executor.execute(() -> listener.duplicate(scan));
            } else if (!aimedAt.isEmpty() && !aimedAt.equals(work)) {
                refuse(scan, Refusal.OTHER_WORK);
            } else if (!armed && policy.whileDisarmed() == WhileDisarmed.REFUSE) {
                refuse(scan, Refusal.NOT_READY);
            } else if (waiting.size() >= policy.mostHeld()) {
                refuse(scan, Refusal.TOO_MANY);
            } else {
                waiting.add(scan);
                executor.execute(this::deliverNext);
            }
        }
    }

    private boolean isDoubleRead(@Nullable Scan before, Scan scan) {
        return before != null
                && before.text().equals(scan.text())
                && Duration.between(before.at(), scan.at()).abs().compareTo(policy.doubleRead())
                        < 0;
    }

    /** On the executor, once for each scan and once more for each that had to wait. */
    private void deliverNext() {
        Scan scan;
        synchronized (lock) {
            if (!armed || busy || waiting.isEmpty()) {
                return;
            }
            scan = waiting.remove();
            busy = true;
            armedMeanwhile = false;
        }
        After after = After.SAME_WORK;
        try {
            after = listener.scanned(scan);
        } finally {
            synchronized (lock) {
                busy = false;
                delivered++;
                if (after == After.NEXT_WORK && !armedMeanwhile) {
                    disarm();
                }
            }
        }
    }

    /** Nothing more is delivered until {@link #arm}: something else has changed the work. */
    public void disarm() {
        synchronized (lock) {
            armed = false;
            if (policy.whileDisarmed() == WhileDisarmed.REFUSE) {
                refuseAll(Refusal.NOT_READY);
            }
        }
    }

    /**
     * The screen is ready for this work. Scans that were aimed at it and had to wait are delivered
     * now, those aimed at other work are refused.
     *
     * @param nowInHand a name of the work that no other work has, such as a parcel's number
     */
    public void arm(String nowInHand) {
        synchronized (lock) {
            boolean same = nowInHand.equals(work);
            work = nowInHand;
            armed = true;
            armedMeanwhile = true;
            if (!same) {
                refuseAll(Refusal.OTHER_WORK);
            }
            int held = waiting.size();
            for (int i = 0; i < held; i++) {
                executor.execute(this::deliverNext);
            }
        }
    }

    private void refuseAll(Refusal why) {
        List<Scan> all = new ArrayList<>(waiting);
        waiting.clear();
        all.forEach(each -> refuse(each, why));
    }

    private void refuse(Scan scan, Refusal why) {
        refused++;
        feedback(scan.device(), Feedback.BAD);
        executor.execute(() -> listener.refused(scan, why));
    }

    /** Whether scans are delivered at once. */
    public boolean isArmed() {
        synchronized (lock) {
            return armed;
        }
    }

    /**
     * Tells the scanner a scan came from, without waiting for it.
     *
     * @return false when no such scanner can be told
     */
    public boolean feedback(String device, Feedback feedback) {
        boolean told = false;
        for (ScanSource source : sources) {
            told |= source.name().equals(device) && source.feedback(feedback);
        }
        return told;
    }

    public ScanCounts counts() {
        synchronized (lock) {
            int pending = waiting.size() + (busy ? 1 : 0);
            return new ScanCounts(received, delivered, duplicates, refused, pending);
        }
    }

    /** What still waits is refused. */
    @Override
    public void close() {
        sources.forEach(ScanSource::close);
        synchronized (lock) {
            closed = true;
            refuseAll(Refusal.CLOSED);
        }
    }
}
