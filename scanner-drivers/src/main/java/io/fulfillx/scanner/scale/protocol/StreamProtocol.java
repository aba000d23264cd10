package io.fulfillx.scanner.scale.protocol;

import io.fulfillx.scanner.scale.ScaleReading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Scales that print a line all the time, as A&D, CAS indicators, Kern and Ohaus do: {@code ST,GS,+
 * 1.234kg}, {@code US,-00012.3 g}, {@code 1.234 kg ?}. A line without a word about motion counts
 * once it has not changed for a while.
 */
public final class StreamProtocol implements ScaleProtocol {
    private static final byte[] ZERO = "Z\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TARE = "T\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Lines lines = new Lines("\r\n\u0003");
    private final ScaleSettings settings;

    public StreamProtocol(ScaleSettings settings) {
        this.settings = settings;
    }

    @Override
    public byte[] question() {
        return NOTHING;
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
        for (String line : lines.take(bytes)) {
            line(line.replace("\u0002", "").strip()).ifPresent(heard::add);
        }
        return heard;
    }

    private Optional<Heard> line(String line) {
        String[] parts = line.split(",", -1);
        // Where the comma stands for the decimal point there is no header.
        boolean header = parts.length > 1 && parts[0].length() == 2 && letters(parts[0]);
        if (!header) {
            return plain(line);
        }
        String value = parts[parts.length - 1];
        return switch (parts[0]) {
            case "ST" -> weighed(value, true);
            case "US" -> weighed(value, false);
            case "OL" -> Optional.of(new Heard.Weighed(overload(value), value));
            case "UL" -> Optional.of(new Heard.Weighed(new ScaleReading.BelowZero(), value));
            default -> Optional.empty();
        };
    }

    private static boolean letters(String text) {
        return text.chars().allMatch(Character::isUpperCase);
    }

    /** Too much and too little have the same header; the sign tells them apart. */
    private static ScaleReading overload(String value) {
        return value.strip().startsWith("-")
                ? new ScaleReading.BelowZero()
                : new ScaleReading.Overload();
    }

    private Optional<Heard> weighed(String value, boolean stable) {
        return WeightText.grams(value, settings)
                .map(grams -> new Heard.Weighed(ScaleReading.of(grams, stable), value));
    }

    /** A weight with perhaps a question mark for motion and a letter for net or gross. */
    private Optional<Heard> plain(String line) {
        String[] words = line.split(" +");
        boolean moves = Arrays.asList(words).contains("?");
        String value =
                String.join(
                        " ",
                        Arrays.stream(words)
                                .filter(word -> !word.equals("?"))
                                .filter(word -> !List.of("N", "G", "NET", "B").contains(word))
                                .toList());
        if (value.isEmpty() || !value.chars().anyMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return WeightText.grams(value, settings)
                .map(
                        grams ->
                                moves
                                        ? new Heard.Weighed(ScaleReading.of(grams, false), value)
                                        : new Heard.Shown(ScaleReading.of(grams, true), value));
    }

    @Override
    public void forget() {
        lines.forget();
    }
}
