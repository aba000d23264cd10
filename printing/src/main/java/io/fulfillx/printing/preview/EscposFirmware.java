package io.fulfillx.printing.preview;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * ESC/POS: no lines, only codes with their arguments. A label ends where it is cut or fed to its
 * mark. Real-time requests ({@code DLE EOT n}) are answered wherever they stand, in pictures too.
 */
final class EscposFirmware implements Firmware {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int DLE = 0x10;
    private static final int FS = 0x1C;

    private final PrinterBody body;
    private final EscposPage page;
    private final Intake intake = new Intake();
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final RealTime realTime = new RealTime();
    private int needed;

    EscposFirmware(PreviewSettings canvas, PrinterBody body) {
        this.body = body;
        this.page = new EscposPage(canvas);
    }

    @Override
    public boolean receiving() {
        return !intake.empty();
    }

    @Override
    public void receive(byte next) {
        intake.received(next);
        realTime.receive(next & 0xff);
        code.write(next);
        if (code.size() >= needed) {
            proceed();
        }
    }

    /** Executes the code when it is complete, or finds out how many more bytes it takes. */
    private void proceed() {
        byte[] bytes = code.toByteArray();
        int length = EscposLength.of(bytes);
        if (length > bytes.length) {
            needed = length;
            return;
        }
        code.reset();
        needed = 0;
        execute(bytes);
    }

    private void execute(byte[] bytes) {
        int first = bytes[0] & 0xff;
        switch (first) {
            case ESC -> escape(bytes);
            case GS -> group(bytes);
            case 0x0C -> end("FF");
            case DLE, FS -> {
                // Real-time requests were heard already; characters of other scripts are not drawn.
            }
            default -> page.text(first);
        }
    }

    private void escape(byte[] bytes) {
        char name = (char) (bytes[1] & 0xff);
        intake.executed("ESC " + name);
        switch (name) {
            case '@' -> initialize(bytes);
            case 'i', 'm' -> end("");
            case '*' -> page.columns(bytes);
            case 'J' -> page.feedSteps(bytes[2] & 0xff);
            case 'd' -> page.feedLines(bytes[2] & 0xff);
            case 'a' -> page.justify(bytes[2] & 0xff);
            case '2' -> page.lineSpacing(30);
            case '3' -> page.lineSpacing(bytes[2] & 0xff);
            default -> {
                // Print modes that do not move anything.
            }
        }
    }

    /** A label begins at the last one before anything is printed. */
    private void initialize(byte[] bytes) {
        if (page.blank()) {
            intake.clear();
            for (byte octet : bytes) {
                intake.received(octet);
            }
            intake.executed("ESC @");
        }
        page.initialize();
    }

    private void group(byte[] bytes) {
        char name = (char) (bytes[1] & 0xff);
        intake.executed("GS " + (name < ' ' ? "FF" : name));
        switch (name) {
            case 'V', 0x0C -> end("");
            case 'v' -> page.raster(bytes);
            case '(' -> parenthesis(bytes, 5);
            case '8' -> parenthesis(bytes, 7);
            case 'a', 'r', 'I', 'g' -> {
                intake.takeBack(bytes.length);
                body.command("GS " + name + arguments(bytes));
            }
            case 'P' -> page.unit(bytes[3] & 0xff);
            default -> {
                // Sizes and margins of text.
            }
        }
    }

    private static String arguments(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte argument : Arrays.copyOfRange(bytes, 2, bytes.length)) {
            text.append(' ').append(argument & 0xff);
        }
        return text.toString();
    }

    /**
     * {@code GS ( X} and {@code GS 8 X}.
     *
     * @param start where the counted bytes begin
     */
    private void parenthesis(byte[] bytes, int start) {
        char kind = (char) bytes[2];
        if (kind == 'L' && bytes.length >= start + 2) {
            page.graphics(bytes, start);
        } else if (kind == 'H' && bytes.length >= start + 6) {
            intake.takeBack(bytes.length);
            body.announce(processReply(bytes, start + 2));
        }
    }

    /** Header, identifier, the four characters of the request, and a zero. */
    private static byte[] processReply(byte[] bytes, int at) {
        byte[] reply = {0x37, 0x22, 0, 0, 0, 0, 0};
        System.arraycopy(bytes, at, reply, 2, 4);
        return reply;
    }

    private void end(String name) {
        if (!name.isEmpty()) {
            intake.executed(name);
        }
        page.endLine();
        if (!page.blank()) {
            body.print(intake.label(1, List.of(), page.drawing()));
        } else {
            intake.clear();
        }
        page.tearOff();
    }

    @Override
    public void cancel() {
        code.reset();
        needed = 0;
        intake.clear();
        page.clear();
    }

    @Override
    public void hangUp() {
        code.reset();
        needed = 0;
    }

    @Override
    public void reset() {
        cancel();
        page.initialize();
    }

    /** Listens to every byte for {@code DLE EOT n}, {@code DLE ENQ n} and the clear request. */
    private final class RealTime {
        private static final byte[] CLEAR = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};
        private final byte[] last = new byte[CLEAR.length];

        void receive(int next) {
            System.arraycopy(last, 1, last, 0, last.length - 1);
            last[last.length - 1] = (byte) next;
            int code = last[last.length - 2];
            if (last[last.length - 3] == DLE && code == 4 && next >= 1 && next <= 4) {
                outOfData(3);
                body.command("DLE EOT " + next);
            } else if (last[last.length - 3] == DLE && code == 5 && (next == 1 || next == 2)) {
                outOfData(3);
                body.command("DLE ENQ " + next);
            } else if (Arrays.equals(last, CLEAR)) {
                cancel();
                body.command("DLE DC4 8");
            }
        }

        private void outOfData(int count) {
            if (code.size() < count && needed <= count) {
                intake.takeBack(count);
            }
        }
    }
}
