package io.fulfillx.scanner.scale.protocol;

import io.fulfillx.scanner.scale.ScaleReading;

/** One thing a scale said. */
public sealed interface Heard {
    /**
     * @param digits the bytes that stood for the weight, to notice that they never change
     */
    record Weighed(ScaleReading reading, String digits) implements Heard {}

    /**
     * Digits without a word about motion: it is for the listener to see whether they change.
     *
     * @param resting the reading once they do not
     */
    record Shown(ScaleReading resting, String digits) implements Heard {}

    /** Zero or tare was done. */
    record Taken() implements Heard {}

    /** A command was not done. */
    record Refused(String sentence) implements Heard {}

    /** It wants to be told this before it goes on. */
    record Asks(byte[] answer) implements Heard {}
}
