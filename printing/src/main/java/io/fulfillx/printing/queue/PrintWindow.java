package io.fulfillx.printing.queue;

/**
 * How much may be on its way to a printer at a time. Enough that it never stops between labels,
 * little enough that few are in doubt when the line breaks.
 *
 * @param labels at most so many without an outcome
 * @param bytes a further label leaves only while fewer than these are on their way
 */
public record PrintWindow(int labels, int bytes) {
    /** For whole batches. */
    public static final PrintWindow STANDARD = new PrintWindow(4, 65_536);

    /** Single labels, each proved before the next leaves. */
    public static final PrintWindow SINGLE = new PrintWindow(1, Integer.MAX_VALUE);
}
