package io.fulfillx.scanner.feedback;

import io.fulfillx.scanner.Feedback;

/** One maker's commands. */
public interface FeedbackCommands {
    /** What to send; empty when there is no such command. */
    byte[] bytes(Feedback feedback);

    /** For a scanner that does not listen, or of which nothing is known. */
    static FeedbackCommands none() {
        return _ -> new byte[0];
    }
}
