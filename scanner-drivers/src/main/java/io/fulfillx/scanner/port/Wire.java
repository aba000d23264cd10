package io.fulfillx.scanner.port;

import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.scanner.feedback.FeedbackCommands;

/** How one scanner is reached and understood. */
public interface Wire {
    /** Opens it anew: it may have another path than last time. */
    Transport open() throws TransportException;

    /**
     * How to cut what comes into scans; a new one for each connection.
     *
     * @param opened what {@link #open} gave
     */
    Framing framing(Transport opened);

    /**
     * How to tell it something.
     *
     * @param opened what {@link #open} gave
     */
    FeedbackCommands feedback(Transport opened);
}
