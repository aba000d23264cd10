package io.fulfillx.printing.queue;

import org.jspecify.annotations.Nullable;

/**
 * What a printer's count tells after the line was lost and the printer has become idle again.
 *
 * <p>All that left are out, or none is, or those of a printer that repeats what a stop has spoiled:
 * that the count says by itself. In between, a printer that repeats nothing is believed to have
 * printed the first ones if nothing speaks against it: it was not seen to stop; it answered so soon
 * before and after the loss that nobody had the time to stop it and let it go on; and it had not
 * received everything, or was off meanwhile and so may have forgotten the rest. That is the one
 * thing taken on trust here.
 *
 * @param out so many labels, the first ones, are out
 * @param doubt why nobody knows of the others; empty when they are certainly not out
 */
record Loss(int out, String doubt) {
    /**
     * What was known when the line was lost.
     *
     * @param base the count before all these labels; null when it does not outlive a connection
     * @param lastCount the count when it was last heard
     * @param labels that left as a whole
     * @param announced so many of them announced themselves
     * @param allReceived whether it had received all, and has not forgotten them since
     */
    record Before(
            Manners manners,
            @Nullable Long base,
            long lastCount,
            int labels,
            int announced,
            Stops stops,
            boolean allReceived) {
        private boolean inOrder() {
            boolean stopped = !stops.none() || stops.blind() || allReceived;
            return manners.reprints() || !stopped;
        }
    }

    /**
     * @param count the printer's count now; null when it tells none
     */
    static Loss of(Before before, @Nullable Long count) {
        Long base = before.base();
        if (base == null || count == null) {
            return new Loss(0, "the connection was lost and the printer keeps no label count");
        }
        long out = count - base;
        boolean mayHaveBegunAnew = before.manners().restarts() && (out < 0 || count == 0);
        if (mayHaveBegunAnew) {
            long known = before.inOrder() ? before.lastCount() - base : 0;
            int first = Math.clamp(known, 0, before.labels());
            return new Loss(first, "the connection was lost and the label count began anew");
        }
        if (out < 0 || out > before.labels()) {
            return new Loss(
                    0,
                    "the label count moved by %d, not by 0 to %d".formatted(out, before.labels()));
        }
        boolean some = out > 0 && out < before.labels();
        boolean first = before.inOrder() && out >= before.announced();
        return some && !first
                ? new Loss(0, "the printer stopped and the connection was lost")
                : new Loss((int) out, "");
    }
}
