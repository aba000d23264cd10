package io.fulfillx.scanner.feedback;

import io.fulfillx.scanner.Feedback;

import java.nio.charset.StandardCharsets;

/** CipherLab: letters, and commands that begin with {@code #@}. There is one beep. */
final class CipherLabSerial implements FeedbackCommands {
    private static final String BEEP = "#@////\r";

    @Override
    public byte[] bytes(Feedback feedback) {
        String command =
                switch (feedback) {
                    case GOOD -> BEEP;
                    case BAD -> BEEP.repeat(3);
                    case ENABLE -> "E";
                    case DISABLE -> "D";
                };
        return command.getBytes(StandardCharsets.US_ASCII);
    }
}
