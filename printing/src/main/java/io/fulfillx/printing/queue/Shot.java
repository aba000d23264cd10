package io.fulfillx.printing.queue;

/**
 * One label that has left, or begun to.
 *
 * @param label its number in the job's document, from 0
 * @param token by which the printer announces it
 */
record Shot(Passage passage, int label, byte[] bytes, String token) {
    void settle(PrintOutcome outcome) {
        passage.settle(label, outcome);
    }

    /** Whether a label of which so many bytes have left may come out. */
    boolean complete(int bytesWritten) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        return bytesWritten >= end;
    }
}
