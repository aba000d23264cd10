package io.fulfillx.scanner.feedback;

import io.fulfillx.scanner.Feedback;

import java.nio.charset.StandardCharsets;

/**
 * Honeywell: SYN, the command, CR. There is a beep only, so a refusal is three of them; reading
 * cannot be forbidden.
 */
final class HoneywellSerial implements FeedbackCommands {
    private static final String BEEP = "\u0016\u0007\r";

    @Override
    public byte[] bytes(Feedback feedback) {
        String command =
                switch (feedback) {
                    case GOOD -> BEEP;
                    case BAD -> BEEP.repeat(3);
                    case ENABLE, DISABLE -> "";
                };
        return command.getBytes(StandardCharsets.US_ASCII);
    }
}
