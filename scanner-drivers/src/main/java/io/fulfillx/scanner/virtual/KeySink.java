package io.fulfillx.scanner.virtual;

/** Where a virtual keyboard's keys go: a decoder, or a window. */
public interface KeySink {
    /**
     * @param nanoTime when the key was pressed; keys come in order of time
     */
    void typed(char character, long nanoTime);

    /** The key of this character was let go. */
    default void released(char character, long nanoTime) {
        // For those who only read.
    }
}
