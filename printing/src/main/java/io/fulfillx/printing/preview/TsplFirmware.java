package io.fulfillx.printing.preview;

import io.fulfillx.printing.raster.Dpi;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TSPL and TSPL2: lines ending in CR LF, pictures as counted bytes in which 0 is black. */
final class TsplFirmware implements Firmware, LineFeeder.Grammar {
    private static final String ESCAPE = "\u001b!";
    private static final String QUESTIONS = "?SPOFCD.R";
    private static final Pattern BITMAP =
            Pattern.compile("BITMAP +-?[0-9]+(,-?[0-9]+){4},", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOWNLOAD =
            Pattern.compile(
                    "DOWNLOAD +(?:[FE] *, *)?\"([^\"]*)\" *, *([0-9]{1,8}) *,",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern LENGTH =
            Pattern.compile("([0-9]+(?:[.][0-9]+)?) *(mm|dot|dots)?", Pattern.CASE_INSENSITIVE);

    private final PreviewSettings canvas;
    private final PrinterBody body;
    private final LineFeeder feeder =
            new LineFeeder(
                    QUESTIONS.chars().mapToObj(letter -> ESCAPE + (char) letter).toList(), this);
    private final Intake intake = new Intake();
    private final Page page = new Page();
    private final TsplDrawing drawing;
    private final StoredPictures stored = new StoredPictures();
    private int width;
    private int height;

    TsplFirmware(PreviewSettings canvas, PrinterBody body) {
        this.canvas = canvas;
        this.body = body;
        this.drawing = new TsplDrawing(canvas.dpi(), page);
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
        if (header.regionMatches(true, 0, "BITMAP", 0, 6) && BITMAP.matcher(header).matches()) {
            Arguments numbers = arguments(header);
            return LineFeeder.product(numbers.number(2), numbers.number(3));
        }
        Matcher download = DOWNLOAD.matcher(header);
        return header.regionMatches(true, 0, "DOWNLOAD", 0, 8) && download.matches()
                ? Integer.parseInt(download.group(2))
                : -1;
    }

    @Override
    public void block(String header, byte[] data) {
        Matcher download = DOWNLOAD.matcher(header);
        if (download.matches()) {
            intake.executed("DOWNLOAD");
            warn(stored.keep(download.group(1), data));
            return;
        }
        intake.executed("BITMAP");
        Arguments numbers = arguments(header);
        Stamp stamp = Stamp.inverted(numbers.number(2), numbers.number(3), data);
        Stamp.Mode mode =
                switch (numbers.number(4)) {
                    case 1 -> Stamp.Mode.OR;
                    case 2 -> Stamp.Mode.XOR;
                    default -> Stamp.Mode.OVERWRITE;
                };
        drawing.stamp(stamp, numbers.number(0), numbers.number(1), mode);
    }

    private void warn(String problem) {
        if (!problem.isEmpty()) {
            page.warn(problem);
        }
    }

    private static Arguments arguments(String line) {
        int space = line.indexOf(' ');
        return Arguments.of(space < 0 ? "" : line.substring(space + 1), ',');
    }

    @Override
    public void line(String text, int bytes) {
        if (text.isBlank()) {
            return;
        }
        String name = text.strip().split(" ", 2)[0].toUpperCase(Locale.ROOT);
        if (text.startsWith("~!") || name.equals("OUT")) {
            intake.takeBack(bytes);
            body.command(text.strip());
            return;
        }
        intake.executed(name);
        Arguments arguments = arguments(text.strip());
        switch (name) {
            case "SIZE" -> {
                width = dots(arguments.text(0), width);
                height = dots(arguments.text(1), height);
            }
            case "REFERENCE" -> drawing.reference(arguments.number(0), arguments.number(1));
            case "CLS" -> page.clear();
            case "SET" -> body.command(text.strip().toUpperCase(Locale.ROOT));
            case "PRINT" -> print(arguments);
            case "PUTPCX" -> recall(arguments);
            case "KILL" -> remove(arguments);
            default -> drawing.draw(name, arguments);
        }
    }

    private void recall(Arguments arguments) {
        Stamp stamp = stored.find(arguments.quoted(2));
        if (stamp == null) {
            page.warn("The picture " + arguments.quoted(2) + " is not stored.");
            return;
        }
        drawing.stamp(stamp, arguments.number(0), arguments.number(1), Stamp.Mode.OVERWRITE);
    }

    /** Clearing up after a label is no part of the next one. */
    private void remove(Arguments arguments) {
        stored.remove(arguments.quoted(0));
        if (intake.only("KILL")) {
            intake.clear();
        }
    }

    /** A length without a unit is in inches. */
    private int dots(String length, int otherwise) {
        Matcher matcher = LENGTH.matcher(length);
        if (!matcher.matches()) {
            return otherwise;
        }
        double number = Math.min(10_000, Double.parseDouble(matcher.group(1)));
        String unit = matcher.group(2);
        if (unit == null) {
            return canvas.dpi().dots((int) (number * 25_400));
        }
        return unit.equalsIgnoreCase("mm") ? millimeters(canvas.dpi(), number) : (int) number;
    }

    private static int millimeters(Dpi dpi, double number) {
        return dpi.dots((int) Math.round(number * 1000));
    }

    private void print(Arguments arguments) {
        long sets = Math.max(1, arguments.number(0, 1));
        int copies = Math.clamp(sets * Math.max(1, arguments.number(1, 1)), 1, 65_535);
        body.print(intake.label(copies, List.of(), page.drawing(width, height, copies)));
    }

    @Override
    public boolean immediate(String command, boolean counted) {
        if (!counted) {
            intake.takeBack(command.length());
        }
        boolean cancels = command.endsWith(".") || command.endsWith("R");
        if (command.endsWith("R")) {
            reset();
        } else if (cancels) {
            cancel();
        }
        body.command("ESC" + command.substring(1));
        return cancels;
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
