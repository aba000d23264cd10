package io.fulfillx.printing.preview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** EPL2: lines ending in LF, pictures as counted bytes in which 0 is black. */
final class EplInterpreter implements LabelInterpreter, LineFeeder.Grammar {
    private static final String ASK = "^ee";
    private static final String RESET = "^@";
    private static final Set<String> PAIRS =
            Set.of(
                    "GW", "GM", "GG", "GK", "GI", "LO", "LW", "LE", "LS", "US", "UT", "UN", "ZT",
                    "ZB", "JF", "JB", "PA", "FS", "FE", "FR", "FK", "FI", "OD", "OC", "rY", "rN");

    private final PreviewSettings canvas;
    private final PrinterBody body;
    private final LineFeeder feeder = new LineFeeder(List.of(ASK, RESET), this);
    private final Intake intake = new Intake();
    private final Page page = new Page();
    private final Map<String, Stamp> stored = new HashMap<>();
    private int width;
    private int height;
    private int left;
    private int top;

    EplInterpreter(PreviewSettings canvas, PrinterBody body) {
        this.canvas = canvas;
        this.body = body;
        factorySettings();
    }

    private void factorySettings() {
        width = canvas.width();
        height = canvas.height();
        left = 0;
        top = 0;
    }

    @Override
    public void receive(byte next) {
        intake.received(next);
        feeder.receive(next);
    }

    @Override
    public boolean receiving() {
        return !intake.empty();
    }

    @Override
    public int counted(String header) {
        if (header.startsWith("GW")) {
            Arguments numbers = Arguments.of(header.substring(2), ',');
            boolean complete = numbers.size() == 5 || numbers.size() == 4 && !header.endsWith(",");
            return complete && header.matches("(?s)GW *[0-9]+( *,[0-9]+){3}[,\r\n]*")
                    ? LineFeeder.product(numbers.number(2), numbers.number(3))
                    : -1;
        }
        return -1;
    }

    @Override
    public void block(String header, byte[] data) {
        intake.executed("GW");
        Arguments numbers = Arguments.of(header.substring(2), ',');
        Stamp stamp = Stamp.inverted(numbers.number(2), numbers.number(3), data);
        page.add(
                data.length,
                stamp.ink(left + numbers.number(0), top + numbers.number(1), Stamp.Mode.OR));
    }

    @Override
    public void line(String text) {
        if (text.isBlank()) {
            return;
        }
        String name = name(text);
        intake.executed(name);
        Arguments arguments = Arguments.of(text.substring(name.length()), ',');
        switch (name) {
            case "N" -> page.clear();
            case "q" -> width = arguments.number(0, width);
            case "Q" -> height = arguments.number(0, height);
            case "R" -> {
                left = arguments.number(0);
                top = arguments.number(1);
            }
            case "P", "PA" -> print(arguments);
            case "US", "UT", "UN" -> body.command(name);
            case "GK" -> stored.remove(arguments.quoted(0));
            default -> {
                // Speed, density and other settings do not change the picture.
            }
        }
    }

    private static String name(String text) {
        String two = text.substring(0, Math.min(2, text.length()));
        return PAIRS.contains(two) ? two : text.substring(0, 1);
    }

    private void print(Arguments arguments) {
        int copies =
                Math.clamp(
                        (long) Math.max(1, arguments.number(0, 1))
                                * Math.max(1, arguments.number(1, 1)),
                        1,
                        65_535);
        body.print(intake.label(copies, List.of(), page.drawing(width, height, copies)));
    }

    @Override
    public boolean immediate(String command) {
        intake.takeBack(command.length());
        if (command.equals(RESET)) {
            reset();
        }
        body.command(command);
        return command.equals(RESET);
    }

    @Override
    public void cancel() {
        feeder.forget();
        intake.clear();
        page.clear();
    }

    @Override
    public void hangUp() {
        feeder.forget();
    }

    @Override
    public void reset() {
        cancel();
        stored.clear();
        factorySettings();
    }
}
