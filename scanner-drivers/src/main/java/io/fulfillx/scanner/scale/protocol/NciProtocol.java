package io.fulfillx.scanner.scale.protocol;

import io.fulfillx.scanner.scale.ScaleReading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The protocol of NCI and Weigh-Tronix (SCP-01), which Brecknell, Ohaus and many parcel scales
 * speak too: {@code W CR} is answered by a line with the weight and a line of status characters,
 * then ETX.
 */
public final class NciProtocol implements ScaleProtocol {
    private static final byte[] WEIGH = ascii("W\r");
    private static final byte[] ZERO = ascii("Z\r");
    private static final byte[] TARE = ascii("T\r");
    private static final int MOVES = 1;
    private static final int BROKEN_MEMORY = 4 | 8;
    private static final int UNDER = 1;
    private static final int OVER = 2;
    private static final int BROKEN = 4 | 8;
    private static final int START_ZERO_FAILED = 8;

    private final Lines messages = new Lines("\u0003");
    private final ScaleSettings settings;

    public NciProtocol(ScaleSettings settings) {
        this.settings = settings;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] question() {
        return WEIGH.clone();
    }

    @Override
    public byte[] zero() {
        return ZERO.clone();
    }

    @Override
    public byte[] tare() {
        return TARE.clone();
    }

    @Override
    public List<Heard> hear(byte[] bytes) {
        List<Heard> heard = new ArrayList<>();
        for (String message : messages.take(bytes)) {
            int start = message.indexOf('\n');
            if (start >= 0) {
                message(message.substring(start + 1).split("[\r\n]+", -1), heard);
            }
        }
        return heard;
    }

    private void message(String[] lines, List<Heard> heard) {
        if (lines[0].strip().equals("?")) {
            heard.add(new Heard.Refused("the scale does not know this command"));
            return;
        }
        List<String> told = List.of(lines).stream().filter(line -> !line.isEmpty()).toList();
        if (told.isEmpty()) {
            return;
        }
        Optional<ScaleReading> trouble = trouble(told.getLast());
        if (trouble.isPresent()) {
            heard.add(new Heard.Weighed(trouble.get(), told.getFirst()));
        } else if (told.size() > 1 && status(told.getLast()).isPresent()) {
            String weight = told.getFirst();
            WeightText.grams(weight, settings)
                    .map(grams -> ScaleReading.of(grams, true))
                    .or(() -> outOfRange(weight))
                    .map(reading -> new Heard.Weighed(reading, weight))
                    .ifPresent(heard::add);
        } else if (status(told.getLast()).isPresent()) {
            heard.add(new Heard.Taken());
        }
    }

    /** Signs instead of digits. */
    private static Optional<ScaleReading> outOfRange(String weight) {
        return switch (weight.strip().codePoints().findFirst().orElse(' ')) {
            case '^' -> Optional.of(new ScaleReading.Overload());
            case '_' -> Optional.of(new ScaleReading.BelowZero());
            case '-' -> Optional.of(new ScaleReading.NeedsZero());
            default -> Optional.empty();
        };
    }

    /** The status characters, with or without an S in front; all have the bits of a digit. */
    private static Optional<String> status(String line) {
        final int digitBits = 0x30;
        String status = line.strip();
        status = status.startsWith("S") ? status.substring(1) : status;
        boolean whole =
                status.length() >= 2
                        && status.length() <= 4
                        && status.chars().allMatch(each -> (each & digitBits) == digitBits);
        return whole ? Optional.of(status) : Optional.empty();
    }

    private static Optional<ScaleReading> trouble(String line) {
        Optional<String> told = status(line);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        int first = told.get().charAt(0);
        int second = told.get().charAt(1);
        int third = told.get().length() > 2 ? told.get().charAt(2) : 0;
        if ((first & BROKEN_MEMORY) != 0 || (second & BROKEN) != 0) {
            return Optional.of(
                    new ScaleReading.Fault("the scale reports a defect of its memory or settings"));
        }
        if ((second & OVER) != 0) {
            return Optional.of(new ScaleReading.Overload());
        }
        if ((second & UNDER) != 0) {
            return Optional.of(new ScaleReading.BelowZero());
        }
        if ((third & START_ZERO_FAILED) != 0) {
            return Optional.of(new ScaleReading.NeedsZero());
        }
        return (first & MOVES) != 0 ? Optional.of(new ScaleReading.Moving()) : Optional.empty();
    }

    @Override
    public void forget() {
        messages.forget();
    }
}
