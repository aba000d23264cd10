package io.fulfillx.scanner;

/** What can be told to a scanner that listens. */
public enum Feedback {
    /** The scan was right: a friendly beep or a green light. */
    GOOD,
    /** The scan was refused: a bad beep or a red light. */
    BAD,
    /** Reading is allowed again. */
    ENABLE,
    /** No reading for now. */
    DISABLE
}
