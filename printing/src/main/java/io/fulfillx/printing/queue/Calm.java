package io.fulfillx.printing.queue;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** Whether a printer has had nothing on its way for so long that nothing more comes. Pure. */
final class Calm {
    /** Between the word that a label is out, its count and an idle status there is less. */
    static final Duration LONG_ENOUGH = Duration.ofMillis(400);

    private @Nullable Long since;
    private @Nullable Long count;
    private boolean lasts;

    /** An answer: whether all is done, and what it counts. */
    void answered(boolean done, @Nullable Long nowCounted, long nanoTime) {
        boolean same = nowCounted == null || nowCounted.equals(count);
        count = nowCounted;
        since = !done ? null : since != null && same ? since : Long.valueOf(nanoTime);
        lasts = since != null && nanoTime - since >= LONG_ENOUGH.toNanos();
    }

    /** Something is on its way again. */
    void end() {
        since = null;
        lasts = false;
    }

    /** Whether the last answer was a calm one. */
    boolean begun() {
        return since != null;
    }

    boolean lasts() {
        return lasts;
    }
}
