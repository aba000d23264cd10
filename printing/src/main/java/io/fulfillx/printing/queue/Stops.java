package io.fulfillx.printing.queue;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * The stops of one flight, seen and perhaps not seen, of a printer that does not repeat the label
 * on its head. A stop may spoil that label, or none when it came between two; it goes on with the
 * next one, and its count leaves the spoiled one out. Pure.
 */
final class Stops {
    /** A stop that somebody made and ended is longer than that, and so seen between two answers. */
    static final Duration BLIND = Duration.ofMillis(500);

    /** Labels that were on the head when it stopped, or may have been. */
    private final Set<Shot> suspects = new HashSet<>();

    private @Nullable Long lastAnswer;
    private boolean seen;
    private boolean somewhere;
    private boolean blind;
    private boolean silent;

    /** An answer has come: a long time without one may hide a stop. */
    void answered(boolean stopped, long nanoTime) {
        Long last = lastAnswer;
        blind |= last != null && nanoTime - last > BLIND.toNanos();
        lastAnswer = nanoTime;
        seen |= stopped;
    }

    /** It stands still, with this label on its head; null when all that left are out. */
    void at(@Nullable Shot onHead) {
        seen = true;
        if (onHead != null) {
            suspects.add(onHead);
        }
    }

    /** It stands still, or has done so, and nobody knows at which label. */
    void somewhere() {
        seen = true;
        somewhere = true;
    }

    /** A question was not answered in time: it may have been off meanwhile, and forgotten all. */
    void silence() {
        silent = true;
    }

    boolean silent() {
        return silent;
    }

    /** Whether it may have stopped unseen. */
    boolean blind() {
        return blind;
    }

    boolean none() {
        return !seen;
    }

    boolean suspects(Shot shot) {
        return suspects.contains(shot);
    }

    boolean suspectsAny() {
        return !suspects.isEmpty() || somewhere;
    }

    /**
     * Whether the one label that is missing is the one suspect. If there were two stops, there are
     * two suspects, or both were at the same label; a stop that nobody saw is ruled out where every
     * stop is told by a word, or where answers came one soon after the other.
     */
    boolean tellsMissing(long missing, boolean everyStopIsTold) {
        boolean one = suspects.size() == 1 && !somewhere;
        return missing == 1 && one && (everyStopIsTold || !blind);
    }

    void acquit(Shot shot) {
        suspects.remove(shot);
    }

    /** Every label that a stop may have spoiled has its end. */
    void over() {
        suspects.clear();
        somewhere = false;
        seen = false;
        blind = false;
    }
}
