package io.fulfillx.printing.queue;

/**
 * One label that has left, or begun to.
 *
 * @param label its number in the job's document, from 0
 * @param bytes as they leave
 * @param own how many of them are the label; a wish to be announced may follow
 * @param token by which the printer announces it
 */
record Shot(Passage passage, int label, byte[] bytes, int own, String token) {
    /**
     * No command that prints a label is longer. Cut off within it, it may be completed by the end
     * of whatever line comes next, as {@code P1} and {@code PRINT 1} are.
     */
    private static final int LAST_COMMAND = 24;

    Shot(Passage passage, int label, byte[] bytes, String token) {
        this(passage, label, bytes, bytes.length, token);
    }

    void settle(PrintOutcome outcome) {
        passage.settle(label, outcome);
    }

    /** Whether a label of which so many bytes have left may come out. */
    boolean mayComeOut(int bytesWritten) {
        return bytesWritten > own - LAST_COMMAND;
    }
}
