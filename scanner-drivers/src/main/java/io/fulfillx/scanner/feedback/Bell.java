package io.fulfillx.scanner.feedback;

import io.fulfillx.scanner.Feedback;

/** Scanners that beep at the character BEL, once for good and three times for bad. */
final class Bell implements FeedbackCommands {
    private static final byte BEL = 7;

    @Override
    public byte[] bytes(Feedback feedback) {
        return switch (feedback) {
            case GOOD -> new byte[] {BEL};
            case BAD -> new byte[] {BEL, BEL, BEL};
            case ENABLE, DISABLE -> new byte[0];
        };
    }
}
