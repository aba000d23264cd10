package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.queue.PrintOutcome.Printed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The labels between us and the paper on one unbroken connection, and the rule of proof for them.
 * Pure: it is told what has left and what the printer said, and settles what is proved. Labels come
 * out in the order in which they left.
 */
final class Flight {
    /** A printer that has been idle for so long has nothing on its way any more. */
    static final Duration QUIET = Duration.ofMillis(400);

    private final boolean showsWork;
    private final List<Shot> flying = new ArrayList<>();

    /** What the printer's count is when every label before the first one flying is out. */
    private @Nullable Long base;

    private long sent;
    private int bytes;
    private boolean lastIsWhole = true;
    private @Nullable Long quietSince;
    private @Nullable Long quietCount;
    private boolean quiet;

    /**
     * @param base the count of an idle printer; null when it keeps none
     * @param showsWork whether an idle printer has printed everything
     */
    Flight(@Nullable Long base, boolean showsWork) {
        this.base = base;
        this.showsWork = showsWork;
    }

    boolean isEmpty() {
        return flying.isEmpty();
    }

    List<Shot> flying() {
        return List.copyOf(flying);
    }

    boolean counts() {
        return base != null;
    }

    /** How many labels have left on this connection, settled ones too. */
    long sent() {
        return sent;
    }

    boolean hasRoom(PrintWindow window, int moreLabels, int moreBytes) {
        return flying.size() + moreLabels < window.labels() && bytes + moreBytes < window.bytes();
    }

    /** What the count will be just before a label that leaves after so many others. */
    @Nullable Long countBefore(int others) {
        return base == null ? null : Long.valueOf(base + flying.size() + others);
    }

    void launch(Shot shot) {
        flying.add(shot);
        sent++;
        bytes += shot.bytes().length;
        quietSince = null;
        quiet = false;
    }

    /** The newest label has left only in part: it cannot come out. */
    void cutShort() {
        lastIsWhole = false;
    }

    /** The newest label has not left at all. */
    void notLaunched() {
        bytes -= flying.removeLast().bytes().length;
    }

    /** Settles what this proves; how many labels that were. */
    int hear(Heard heard, long nanoTime) {
        int before = flying.size();
        announced(heard.announced());
        if (heard.count() != null) {
            counted(heard.count());
        }
        DeviceStatus status = heard.status();
        if (status != null) {
            look(status, heard, nanoTime);
        }
        return before - flying.size();
    }

    private void announced(List<String> tokens) {
        for (Iterator<Shot> each = flying.iterator(); each.hasNext(); ) {
            Shot shot = each.next();
            if (tokens.contains(shot.token())) {
                each.remove();
                settled(shot, Evidence.ANNOUNCEMENT);
            }
        }
    }

    private void settled(Shot shot, String evidence) {
        shot.settle(new Printed(evidence));
        bytes -= shot.bytes().length;
        if (base != null) {
            base++;
        }
    }

    private void counted(long count) {
        while (base != null && base < count && !flying.isEmpty()) {
            settled(flying.removeFirst(), Evidence.COUNTER);
        }
        if (base != null && base < count) {
            // Somebody fed a label by hand.
            base = count;
        }
    }

    private void look(DeviceStatus status, Heard heard, long nanoTime) {
        boolean idle = status.idle() && heard.mark() >= sent;
        boolean same = heard.count() == null || heard.count().equals(quietCount);
        quietCount = heard.count();
        quietSince =
                !idle ? null : quietSince != null && same ? quietSince : Long.valueOf(nanoTime);
        quiet = quietSince != null && nanoTime - quietSince >= QUIET.toNanos();
        if (base != null) {
            return;
        }
        if (showsWork && quiet && !status.receiving()) {
            flying.forEach(shot -> shot.settle(new Printed(Evidence.STATUS)));
            abandon();
        }
    }

    /** Whether the printer was idle when last heard, and has been for long enough. */
    boolean quiet() {
        return quiet;
    }

    /** Takes the labels out of which no more news can come. */
    List<Shot> abandon() {
        List<Shot> left = List.copyOf(flying);
        flying.clear();
        bytes = 0;
        return left;
    }

    /**
     * After the connection was lost and the printer has become idle again: settles what came out.
     *
     * @param count the printer's count now; null when it tells none
     * @return the labels that certainly did not come out
     */
    List<Shot> conclude(@Nullable Long count) {
        List<Shot> lost = new ArrayList<>();
        if (!lastIsWhole) {
            lost.add(flying.removeLast());
        }
        if (base == null || count == null || count < base || count > base + flying.size()) {
            String reason =
                    base == null || count == null
                            ? "the connection was lost and the printer keeps no label count"
                            : "the label count moved by %d, not by 0 to %d"
                                    .formatted(count - base, flying.size());
            abandon().forEach(shot -> shot.settle(new PrintOutcome.Unknown(reason)));
            return lost;
        }
        counted(count);
        lost.addAll(0, abandon());
        return lost;
    }
}
