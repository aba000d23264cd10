package io.fulfillx.scanner.feedback;

import io.fulfillx.scanner.Feedback;

import java.nio.charset.StandardCharsets;

/**
 * Datalogic and PSC: single letters. "Not on file" forbids reading too, which is undone at once.
 */
final class DatalogicSerial implements FeedbackCommands {
    @Override
    public byte[] bytes(Feedback feedback) {
        String command =
                switch (feedback) {
                    case GOOD -> "B";
                    case BAD -> "FE";
                    case ENABLE -> "E";
                    case DISABLE -> "D";
                };
        return command.getBytes(StandardCharsets.US_ASCII);
    }
}
