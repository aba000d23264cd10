package io.fulfillx.printing.preview;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** CPCL: a session from {@code ! offset hres vres height copies} to {@code PRINT}; 1 is black. */
final class CpclFirmware implements Firmware, LineFeeder.Grammar {
    private static final String ASK = "\u001bh";
    private static final Pattern SESSION = Pattern.compile("! +-?[0-9]+( +[0-9]+){4} *");
    private static final Pattern COUNTED = Pattern.compile("V?CG( +-?[0-9]+){4} ");

    private final PreviewSettings canvas;
    private final PrinterBody body;
    private final LineFeeder feeder = new LineFeeder(List.of(ASK), this);
    private final Intake intake = new Intake();
    private final Page page = new Page();
    private final CpclDrawing drawing;
    private boolean session;
    private int width;
    private int height;
    private int copies = 1;

    CpclFirmware(PreviewSettings canvas, PrinterBody body) {
        this.canvas = canvas;
        this.body = body;
        this.drawing = new CpclDrawing(canvas.dpi(), page);
        width = canvas.width();
    }

    @Override
    public void receive(byte next) {
        intake.received(next);
        feeder.receive(next);
    }

    @Override
    public boolean receiving() {
        return session;
    }

    @Override
    public int counted(String header) {
        boolean graphic = header.startsWith("CG ") || header.startsWith("VCG ");
        if (!graphic || !COUNTED.matcher(header).matches()) {
            return -1;
        }
        Arguments numbers = arguments(header);
        return LineFeeder.product(numbers.number(0), numbers.number(1));
    }

    @Override
    public void block(String header, byte[] data) {
        intake.executed(header.substring(0, header.indexOf(' ')));
        drawing.graphic(header.startsWith("V"), arguments(header), data);
    }

    private static Arguments arguments(String line) {
        int space = line.indexOf(' ');
        return Arguments.of(space < 0 ? "" : line.substring(space + 1), ' ');
    }

    @Override
    public void line(String text, int bytes) {
        if (SESSION.matcher(text).matches()) {
            begin(text);
        } else if (text.startsWith("! U")) {
            outside(text, bytes);
        } else if (session && !text.isBlank()) {
            inSession(text);
        } else if (!session) {
            intake.clear();
        }
    }

    /** A new session throws away the unfinished one before it. */
    private void begin(String text) {
        Arguments numbers = arguments(text);
        if (session) {
            intake.clear();
            LineFeeder.each(text + "\r\n", intake::received);
        }
        session = true;
        page.clear();
        intake.executed("!");
        drawing.begin(numbers.number(0));
        height = Math.max(1, numbers.number(3, canvas.height()));
        copies = Math.clamp(numbers.number(4, 1), 1, 1024);
        width = canvas.width();
    }

    private void outside(String text, int bytes) {
        if (session) {
            intake.takeBack(bytes);
        } else {
            intake.clear();
        }
        body.command(text.strip());
    }

    private void inSession(String text) {
        String name = text.strip().split(" ", 2)[0].toUpperCase(Locale.ROOT);
        intake.executed(name);
        switch (name) {
            case "PAGE-WIDTH", "PW" -> width = arguments(text).number(0, width);
            case "EG", "VEG" -> hexadecimal(name.startsWith("V"), arguments(text));
            case "PRINT" -> {
                session = false;
                body.print(intake.label(copies, List.of(), page.drawing(width, height, copies)));
                page.clear();
            }
            case "ABORT", "END" -> {
                session = false;
                intake.clear();
                page.clear();
            }
            default -> drawing.draw(name, arguments(text), text);
        }
    }

    private void hexadecimal(boolean upright, Arguments arguments) {
        String digits = arguments.text(4);
        if (digits.length() % 2 == 0 && digits.matches("[0-9A-Fa-f]*+")) {
            drawing.graphic(upright, arguments, HexFormat.of().parseHex(digits));
        }
    }

    @Override
    public boolean immediate(String command, boolean counted) {
        if (!counted) {
            intake.takeBack(command.length());
        }
        body.command("ESC h");
        return false;
    }

    @Override
    public void cancel() {
        session = false;
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
    }
}
