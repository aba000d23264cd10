package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The labels between us and the paper on one unbroken connection, and the rule of proof for them.
 * Pure: it is told what has left and what the printer said, and settles what is proved. Labels come
 * out in the order in which they left.
 */
final class Flight {
    /** A printer that has been idle for so long has nothing on its way any more. */
    static final Duration QUIET = Duration.ofMillis(400);

    /** A stop that somebody made and ended is longer than that, and so seen between two answers. */
    static final Duration BLIND = Duration.ofMillis(500);

    /**
     * What this printer's words are worth.
     *
     * @param showsWork whether an idle printer has printed everything
     * @param reprints whether it prints the label on its head again, by itself, when paper or
     *     pressure went away under it
     */
    record Manners(boolean showsWork, boolean reprints) {}

    private final Manners manners;
    private final List<Shot> flying = new ArrayList<>();

    /** Labels that were on the head of a printer that does not repeat them when it stopped. */
    private final Set<Shot> suspects = new HashSet<>();

    /** Announced, with the number of answers heard since. */
    private final Map<Shot, Integer> told = new LinkedHashMap<>();

    /** What the printer's count is when every label before the first one flying is out. */
    private @Nullable Long base;

    private long sent;
    private int bytes;
    private boolean lastIsWhole = true;
    private @Nullable Long quietSince;
    private @Nullable Long quietCount;
    private boolean quiet;
    private boolean fellSilent;
    private boolean sawStop;
    private @Nullable Long lastAnswer;

    /** Whether it may have stopped unseen, so that a count tells only that all are out. */
    private boolean blind;

    /** Whether the count cannot be followed any more, because one label is in doubt. */
    private boolean lostCount;

    /**
     * @param base the count of an idle printer; null when it keeps none
     */
    Flight(@Nullable Long base, Manners manners) {
        this.base = base;
        this.manners = manners;
    }

    boolean isEmpty() {
        return flying.isEmpty() && told.isEmpty();
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
        return suspects.isEmpty()
                && !fellSilent
                && !blind
                && !lostCount
                && flying.size() + told.size() + moreLabels < window.labels()
                && bytes + moreBytes < window.bytes();
    }

    /** What the count will be just before a label that leaves after so many others. */
    @Nullable Long countBefore(int others) {
        return base == null ? null : Long.valueOf(base + told.size() + flying.size() + others);
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
        int before = flying.size() + told.size();
        DeviceStatus status = heard.status();
        if (status != null) {
            watch(nanoTime);
            confirm(status, heard.count());
        }
        announced(heard.announced());
        if (heard.count() != null) {
            counted(heard.count());
        }
        if (status != null) {
            look(status, heard, nanoTime);
        }
        return before - flying.size() - told.size();
    }

    private void watch(long nanoTime) {
        Long last = lastAnswer;
        boolean gap = last != null && nanoTime - last > BLIND.toNanos();
        blind |= gap && !manners.reprints();
        lastAnswer = nanoTime;
    }

    private void announced(List<String> tokens) {
        for (Shot shot : List.copyOf(flying)) {
            if (tokens.contains(shot.token())) {
                flying.remove(shot);
                if (suspects.remove(shot)) {
                    spoiled(shot);
                } else if (manners.reprints()) {
                    settled(shot, Evidence.ANNOUNCEMENT);
                } else {
                    told.put(shot, 0);
                }
            }
        }
    }

    /** Nobody knows whether the count will hold it, so the count proves nothing from here on. */
    private void spoiled(Shot shot) {
        bytes -= shot.bytes().length;
        lostCount |= base != null;
        base = null;
        shot.settle(new Unknown("the printer stopped while this label was printed"));
    }

    /**
     * Some printers announce a label although it was spoiled just then. Of two answers that follow
     * the announcement, the second was certainly asked for after it; a count in it must hold every
     * announced label, or one of them was spoiled by a stop that nobody saw.
     */
    private void confirm(DeviceStatus status, @Nullable Long count) {
        boolean due = told.containsValue(1);
        boolean counted = base == null || count == null || count >= base + told.size();
        if (status.stopped() || due && !counted) {
            List.copyOf(told.keySet()).forEach(this::spoiled);
            told.clear();
        }
        for (Map.Entry<Shot, Integer> one : List.copyOf(told.entrySet())) {
            if (one.getValue() > 0) {
                told.remove(one.getKey());
                settled(one.getKey(), Evidence.ANNOUNCEMENT);
            } else {
                told.put(one.getKey(), 1);
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
        boolean unsure = blind || !suspects.isEmpty();
        if (base == null || unsure && count < base + told.size() + flying.size()) {
            return;
        }
        blind = false;
        suspects.clear();
        // Announced labels are ahead of those flying, and the count holds them already.
        while (base + told.size() < count && !flying.isEmpty()) {
            settled(flying.removeFirst(), Evidence.COUNTER);
        }
        // More than that is a label that somebody fed by hand.
        base = Math.max(base, count - told.size());
    }

    private void look(DeviceStatus status, Heard heard, long nanoTime) {
        boolean idle = status.idle() && heard.mark() >= sent;
        boolean same = heard.count() == null || heard.count().equals(quietCount);
        quietCount = heard.count();
        quietSince =
                !idle ? null : quietSince != null && same ? quietSince : Long.valueOf(nanoTime);
        // A printer whose status hides its work says that it is idle while it prints.
        quiet =
                manners.showsWork()
                        && quietSince != null
                        && nanoTime - quietSince >= QUIET.toNanos();
        if (status.stopped()) {
            suspect();
        }
        if (!quiet) {
            return;
        }
        if (base == null && manners.showsWork() && !status.receiving()) {
            PrintOutcome end = idleWithoutCount();
            abandon().forEach(shot -> shot.settle(end));
        } else if (base != null && heard.count() != null && !suspects.isEmpty()) {
            tellSuspects(heard.count() - base - told.size());
        }
    }

    private PrintOutcome idleWithoutCount() {
        if (fellSilent || blind) {
            return new Unknown("the printer fell silent and keeps no label count");
        }
        return suspects.isEmpty()
                ? new Printed(Evidence.STATUS)
                : new Unknown("the printer stopped while these labels were printed");
    }

    /** A question was not answered in time: it may have been off meanwhile, and forgotten all. */
    void silence() {
        fellSilent = true;
    }

    /** It has stopped: the first label that is not out was on the head, or may have been. */
    private void suspect() {
        sawStop = true;
        if (!manners.reprints() && !flying.isEmpty()) {
            suspects.add(flying.getFirst());
        }
    }

    /**
     * Whether labels that are missing in the count are the last ones, or those known to be spoiled:
     * not so when the printer repeats nothing and was never seen to stop.
     */
    boolean knowsMissing() {
        return manners.reprints() || sawStop && !blind;
    }

    /** Whether a label was on the head when the printer stopped, and may be spoiled. */
    boolean suspects() {
        return !suspects.isEmpty();
    }

    /** Nothing more comes: so many came out, and the suspects did not if that explains it. */
    private void tellSuspects(long out) {
        if (out == 0) {
            suspects.clear();
        } else if (!blind && flying.size() - out == suspects.size()) {
            for (Shot shot : List.copyOf(flying)) {
                if (!suspects.contains(shot)) {
                    flying.remove(shot);
                    settled(shot, Evidence.COUNTER);
                }
            }
            suspects.clear();
        } else {
            abandon().forEach(shot -> shot.settle(new Unknown(out + " of these labels came out")));
        }
    }

    /** Whether the printer was idle when last heard, and has been for long enough. */
    boolean quiet() {
        return quiet;
    }

    /** Takes the labels out of which no more news can come. */
    List<Shot> abandon() {
        List<Shot> left = new ArrayList<>(told.keySet());
        left.addAll(flying);
        told.clear();
        flying.clear();
        suspects.clear();
        bytes = 0;
        return left;
    }

    /**
     * After the connection was lost and the printer has become idle again: settles what came out.
     *
     * @param count the printer's count now; null when it tells none
     * @param stopped whether the printer was seen to have stopped meanwhile
     * @return the labels that certainly did not come out
     */
    List<Shot> conclude(@Nullable Long count, boolean stopped) {
        List<Shot> lost = new ArrayList<>();
        flying.addAll(0, told.keySet());
        told.clear();
        if (!lastIsWhole) {
            lost.add(flying.removeLast());
        }
        if (stopped) {
            suspect();
        }
        String doubt = doubt(count);
        if (doubt.isEmpty() && count != null) {
            suspects.clear();
            counted(count);
            lost.addAll(0, abandon());
        } else {
            abandon().forEach(shot -> shot.settle(new Unknown(doubt)));
        }
        return lost;
    }

    /** Why this count does not tell which labels came out; empty when it does. */
    private String doubt(@Nullable Long count) {
        if (base == null || count == null) {
            return "the connection was lost and the printer keeps no label count";
        }
        long out = count - base;
        if (out < 0 || out > flying.size()) {
            return "the label count moved by %d, not by 0 to %d".formatted(out, flying.size());
        }
        boolean some = out > 0 && out < flying.size();
        return some && (blind || suspects())
                ? "the printer stopped and the connection was lost"
                : "";
    }
}
