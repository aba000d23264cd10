package io.fulfillx.printing.queue;

import java.time.Duration;

/**
 * How patient a {@link PrintWorker} is.
 *
 * @param connect for opening the connection
 * @param answer for the reply to one status question
 * @param write for handing over a label, plus a millisecond per byte for slow serial lines
 * @param evidence without any news from the printer, before the outcome is called unknown
 * @param retry the longest pause between attempts to reach or ask a printer that cannot print
 * @param idle between status questions while there is nothing to print
 */
public record PrintTimings(
        Duration connect,
        Duration answer,
        Duration write,
        Duration evidence,
        Duration retry,
        Duration idle) {
    /** For real printers. */
    public static PrintTimings standard() {
        return new PrintTimings(
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2));
    }
}
