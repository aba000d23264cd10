package io.fulfillx.printing.preview;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EPL2: lines ending in LF, pictures as counted bytes in which 0 is black. */
final class EplFirmware implements Firmware, LineFeeder.Grammar {
    private static final String ASK = "^ee";
    private static final String RESET = "^@";
    private static final Pattern WRITE =
            Pattern.compile("GW *-?[0-9]+( *, *-?[0-9]+){3} *[,\\r\\n]+");
    private static final Pattern STORE = Pattern.compile("GM *\"[^\"]*\" *([0-9]{1,8})[\\r\\n]+");
    private static final Set<String> REPORTS = Set.of("US", "UT", "UN");
    private static final Set<String> PAIRS =
            Set.of(
                    "GW", "GM", "GG", "GK", "GI", "LO", "LW", "LE", "LS", "US", "UT", "UN", "ZT",
                    "ZB", "JF", "JB", "PA", "FS", "FE", "FR", "FK", "FI", "OD", "OC", "rY", "rN");

    private final PreviewSettings canvas;
    private final PrinterBody body;
    private final LineFeeder feeder =
            new LineFeeder(List.of(ASK + "\n", ASK + "\r\n", RESET + "\n", RESET + "\r\n"), this);
    private final Intake intake = new Intake();
    private final Page page = new Page();
    private final EplDrawing drawing;
    private final EplForms forms = new EplForms(this::execute);
    private final StoredPictures stored = new StoredPictures();
    private int width;
    private int height;

    EplFirmware(PreviewSettings canvas, PrinterBody body) {
        this.canvas = canvas;
        this.body = body;
        this.drawing = new EplDrawing(canvas.dpi(), page);
        factorySettings();
    }

    private void factorySettings() {
        width = canvas.width();
        height = canvas.height();
        drawing.reference(0, 0);
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
        if (header.startsWith("GW") && WRITE.matcher(header).matches()) {
            Arguments numbers = arguments(header, "GW");
            return LineFeeder.product(numbers.number(2), numbers.number(3));
        }
        Matcher store = STORE.matcher(header);
        return header.startsWith("GM") && store.matches() ? Integer.parseInt(store.group(1)) : -1;
    }

    private static Arguments arguments(String text, String name) {
        return Arguments.of(text.substring(name.length()), ',');
    }

    @Override
    public void block(String header, byte[] data) {
        intake.executed(header.substring(0, 2));
        if (header.startsWith("GM")) {
            String problem = stored.keep(header.split("\"", 3)[1], data);
            if (!problem.isEmpty()) {
                page.warn(problem);
            }
            return;
        }
        Arguments numbers = arguments(header, "GW");
        drawing.stamp(
                Stamp.inverted(numbers.number(2), numbers.number(3), data),
                numbers.number(0),
                numbers.number(1));
    }

    @Override
    public void line(String text, int bytes) {
        if (forms.takes(text) || text.isBlank()) {
            return;
        }
        String name = name(text);
        if (text.strip().equals(ASK) || text.strip().equals(RESET) || REPORTS.contains(name)) {
            intake.takeBack(bytes);
            command(text.strip());
            return;
        }
        execute(text);
    }

    private void execute(String text) {
        String name = name(text);
        intake.executed(name);
        Arguments arguments = arguments(text, name);
        switch (name) {
            case "N" -> page.clear();
            case "q" -> width = arguments.number(0, width);
            case "Q" -> height = arguments.number(0, height);
            case "R" -> drawing.reference(arguments.number(0), arguments.number(1));
            case "P", "PA" -> print(arguments);
            case "GG" -> recall(arguments);
            case "GK" -> stored.remove(arguments.quoted(0));
            default -> drawing.draw(name, arguments);
        }
    }

    private void recall(Arguments arguments) {
        Stamp stamp = stored.find(arguments.quoted(2));
        if (stamp == null) {
            page.warn("The picture " + arguments.quoted(2) + " is not stored.");
        } else {
            drawing.stamp(stamp, arguments.number(0), arguments.number(1));
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
    public boolean immediate(String line, boolean counted) {
        command(line.strip());
        return line.startsWith(RESET);
    }

    private void command(String text) {
        if (text.equals(RESET)) {
            reset();
        }
        body.command(text);
    }

    @Override
    public void cancel() {
        feeder.forget();
        intake.clear();
        page.clear();
        forms.cancel();
    }

    @Override
    public void hangUp() {
        feeder.forget();
    }

    @Override
    public void reset() {
        cancel();
        stored.clear();
        forms.clear();
        factorySettings();
    }
}
