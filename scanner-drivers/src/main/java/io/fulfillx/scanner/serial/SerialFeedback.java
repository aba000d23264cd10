package io.fulfillx.scanner.serial;

import io.fulfillx.device.transport.AddressText;
import io.fulfillx.scanner.feedback.FeedbackCommands;

/** The setting {@code feedback} of an address. */
final class SerialFeedback {
    private SerialFeedback() {}

    /** Nothing is sent to a scanner whose maker is not told: it might take it for a setting. */
    static FeedbackCommands of(AddressText text) {
        String word = text.text("feedback").orElse("none");
        return FeedbackCommands.find(word)
                .orElseThrow(() -> text.wrong("feedback is one of " + FeedbackCommands.words()));
    }
}
