package io.fulfillx.scanner.scale.protocol;

import io.fulfillx.scanner.scale.ScaleReading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The standard command set of Mettler Toledo's balances (MT-SICS, levels 0 and 1). It is asked by
 * {@code SI}, which is answered at once and tells motion.
 */
public final class SicsProtocol implements ScaleProtocol {
    private static final Set<String> ERRORS = Set.of("ES", "ET", "EL");
    private static final Set<String> COMMANDS = Set.of("Z", "ZI", "T", "TI", "TAC", "TA");

    private final Lines lines = new Lines("\r\n");
    private final ScaleSettings settings;

    public SicsProtocol(ScaleSettings settings) {
        this.settings = settings;
    }

    @Override
    public byte[] question() {
        return line("SI");
    }

    @Override
    public byte[] zero() {
        return line("Z");
    }

    @Override
    public byte[] tare() {
        return line("T");
    }

    private static byte[] line(String command) {
        return (command + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public List<Heard> hear(byte[] bytes) {
        List<Heard> heard = new ArrayList<>();
        for (String line : lines.take(bytes)) {
            String[] words = line.strip().split(" +", 3);
            if (ERRORS.contains(words[0])) {
                heard.add(new Heard.Refused("the scale does not know this command: " + words[0]));
            } else if (words.length > 1 && words[0].equals("S")) {
                weight(words[1], words.length > 2 ? words[2] : "", heard);
            } else if (words.length > 1 && COMMANDS.contains(words[0])) {
                heard.add(command(words[1]));
            }
        }
        return heard;
    }

    private void weight(String state, String value, List<Heard> heard) {
        switch (state) {
            case "S", "D" -> value(state.equals("S"), value, heard);
            case "I" -> heard.add(new Heard.Weighed(new ScaleReading.NotReady(), ""));
            case "+" -> heard.add(new Heard.Weighed(new ScaleReading.Overload(), ""));
            case "-" -> heard.add(new Heard.Weighed(new ScaleReading.BelowZero(), ""));
            default -> {
                // Noise that looks like an answer is none.
            }
        }
    }

    private void value(boolean stable, String value, List<Heard> heard) {
        if (value.startsWith("Error")) {
            heard.add(
                    new Heard.Weighed(
                            new ScaleReading.Fault("the scale reports " + value.strip()), ""));
            return;
        }
        WeightText.grams(value, settings)
                .map(grams -> new Heard.Weighed(ScaleReading.of(grams, stable), value))
                .ifPresent(heard::add);
    }

    private static Heard command(String answer) {
        return switch (answer) {
            case "A", "S", "D" -> new Heard.Taken();
            case "+" -> new Heard.Refused("there is too much on the scale for that");
            case "-" -> new Heard.Refused("the scale is below its zero range");
            default -> new Heard.Refused("the scale cannot do that now");
        };
    }

    @Override
    public void forget() {
        lines.forget();
    }
}
