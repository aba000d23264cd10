package io.fulfillx.scanner.scale.protocol;

import io.fulfillx.scanner.scale.ScaleReading;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Toledo's checkout scales 8213 and 8217 began with: {@code W} is answered by STX, the digits
 * and CR when the weight is stable, else by STX, a question mark and one status character. The unit
 * is not sent by most of them.
 */
public final class ToledoProtocol implements ScaleProtocol {
    private static final int MOVES = 1;
    private static final int OVER = 2;
    private static final int UNDER = 4;
    private static final int NO_ZERO = 8;
    private static final int AT_ZERO = 16;
    private static final int BAD_COMMAND = 64;
    private static final char START = 2;

    private final Lines lines = new Lines("\r");
    private final ScaleSettings settings;

    /** Some send a weight once, and then only that nothing is new. */
    private @Nullable String last;

    public ToledoProtocol(ScaleSettings settings) {
        this.settings = settings;
    }

    @Override
    public byte[] question() {
        return new byte[] {'W'};
    }

    @Override
    public byte[] zero() {
        return new byte[] {'Z'};
    }

    @Override
    public byte[] tare() {
        return "T".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public List<Heard> hear(byte[] bytes) {
        List<Heard> heard = new ArrayList<>();
        for (String line : lines.take(bytes)) {
            // The status of an overload is the very character that begins a message.
            boolean told = line.length() > 1 && line.charAt(line.length() - 2) == '?';
            int start = line.lastIndexOf(START, line.length() - (told ? 2 : 1));
            String message = line.substring(start + 1);
            if (start < 0 || message.isEmpty()) {
                continue;
            }
            if (message.charAt(0) == '?') {
                status(message.length() > 1 ? message.charAt(1) : MOVES, heard);
            } else {
                weight(message, heard);
            }
        }
        return heard;
    }

    private void status(int status, List<Heard> heard) {
        String unchanged = last;
        Optional<ScaleReading> trouble = trouble(status);
        if (trouble.isPresent()) {
            last = null;
            heard.add(new Heard.Weighed(trouble.get(), "?"));
        } else if ((status & BAD_COMMAND) != 0) {
            heard.add(new Heard.Refused("the scale does not know this command"));
        } else if ((status & AT_ZERO) != 0) {
            weight("0", heard);
        } else if (unchanged != null) {
            weight(unchanged, heard);
        } else {
            heard.add(new Heard.Weighed(new ScaleReading.NotReady(), "?"));
        }
    }

    private static Optional<ScaleReading> trouble(int status) {
        if ((status & OVER) != 0) {
            return Optional.of(new ScaleReading.Overload());
        }
        if ((status & UNDER) != 0) {
            return Optional.of(new ScaleReading.BelowZero());
        }
        if ((status & MOVES) != 0) {
            return Optional.of(new ScaleReading.Moving());
        }
        return (status & NO_ZERO) != 0
                ? Optional.of(new ScaleReading.NeedsZero())
                : Optional.empty();
    }

    /** An N behind the digits means net. */
    private void weight(String digits, List<Heard> heard) {
        String plain = digits.endsWith("N") ? digits.substring(0, digits.length() - 1) : digits;
        WeightText.grams(plain, settings)
                .ifPresent(
                        grams -> {
                            last = digits;
                            heard.add(new Heard.Weighed(ScaleReading.of(grams, true), digits));
                        });
    }

    @Override
    public void forget() {
        lines.forget();
        last = null;
    }
}
