package io.fulfillx.printing.queue;

import java.time.Duration;

/**
 * How patient a {@link PrintWorker} is.
 *
 * @param connect for opening the connection
 * @param answer for the reply to one status question
 * @param write for handing over a label, plus a millisecond per byte where it may go through a slow
 *     serial line
 * @param evidence without any news from a connected printer, before an outcome is called unknown
 * @param recovery for a printer that keeps a count to come back after a lost connection, before the
 *     outcome of what it had received is called unknown
 * @param poll between status questions while labels are on their way
 * @param idle between status questions, or attempts to connect, while nothing can be printed
 */
public record PrintTimings(
        Duration connect,
        Duration answer,
        Duration write,
        Duration evidence,
        Duration recovery,
        Duration poll,
        Duration idle) {
    /** For real printers. */
    public static PrintTimings standard() {
        return new PrintTimings(
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofMinutes(3),
                Duration.ofMillis(200),
                Duration.ofSeconds(1));
    }
}
