package io.fulfillx.printing.preview;

import java.util.Arrays;

/** The paper under an ESC/POS head: everything is placed from the top down as it comes. */
final class EscposPage {
    private static final int USUAL_SPACING = 30;
    private static final int LONGEST = 20_000;

    private final PreviewSettings canvas;
    private final Page page = new Page();
    private final StringBuilder line = new StringBuilder();
    private int y;
    private int spacing = USUAL_SPACING;
    private int justification;

    /** Steps of paper feed to an inch. */
    private int unit;

    private Stamp buffered = new Stamp(0, 0, new byte[0]);

    EscposPage(PreviewSettings canvas) {
        this.canvas = canvas;
        this.unit = canvas.dpi().nominal();
    }

    void initialize() {
        spacing = USUAL_SPACING;
        justification = 0;
        unit = canvas.dpi().nominal();
        line.setLength(0);
    }

    /** Sets how many steps of paper feed make an inch; 0 the printer's own. */
    void unit(int perInch) {
        unit = perInch == 0 ? canvas.dpi().nominal() : perInch;
    }

    void text(int character) {
        if (character == '\n') {
            boolean empty = line.isEmpty();
            endLine();
            if (empty) {
                down(spacing);
            }
        } else if (character >= ' ' && line.length() < 1000) {
            line.append((char) character);
        }
    }

    void endLine() {
        if (!line.isEmpty()) {
            line.setLength(0);
            page.add(paper -> {});
            down(spacing);
        }
    }

    void feedSteps(int steps) {
        endLine();
        down(steps * canvas.dpi().nominal() / unit);
    }

    void feedLines(int lines) {
        endLine();
        down(lines * spacing);
    }

    void lineSpacing(int dots) {
        spacing = dots;
    }

    void justify(int how) {
        justification = how % 48;
    }

    private void down(int dots) {
        y = Math.min(LONGEST, y + dots);
    }

    /** {@code GS v 0 m xL xH yL yH data}. */
    void raster(byte[] code) {
        int bytesPerRow = number(code, 4);
        int rows = number(code, 6);
        int wide = (code[3] & 1) + 1;
        int high = (code[3] >> 1 & 1) + 1;
        place(new Stamp(bytesPerRow, rows, Arrays.copyOfRange(code, 8, code.length)), wide, high);
    }

    private void place(Stamp stamp, int wide, int high) {
        endLine();
        int free = canvas.width() - stamp.bytesPerRow() * 8 * wide;
        int x = free <= 0 ? 0 : justification == 1 ? free / 2 : justification == 2 ? free : 0;
        page.add(stamp.octets().length, stamp.ink(x, y, Stamp.Mode.OR, wide, high));
        down(stamp.rows() * high);
    }

    /** {@code GS ( L}: function 112 keeps a picture, function 50 prints it. */
    void graphics(byte[] code, int start) {
        int function = code[start + 1] & 0xff;
        if (function == 112 && code.length > start + 9) {
            int width = number(code, start + 6);
            int rows = number(code, start + 8);
            byte[] octets = Arrays.copyOfRange(code, start + 10, code.length);
            buffered = new Stamp((width + 7) / 8, rows, octets);
        } else if ((function == 50 || function == 2) && buffered.rows() > 0) {
            place(buffered, 1, 1);
            buffered = new Stamp(0, 0, new byte[0]);
        }
    }

    /** {@code ESC * m nL nH data}: columns of 8 or 24 dots. */
    void columns(byte[] code) {
        int mode = code[2] & 0xff;
        int octetsPerColumn = mode >= 32 ? 3 : 1;
        int columns = number(code, 3);
        int bytesPerRow = (columns + 7) / 8;
        byte[] octets = new byte[bytesPerRow * 8 * octetsPerColumn];
        for (int x = 0; x < columns; x++) {
            for (int row = 0; row < 8 * octetsPerColumn; row++) {
                int octet = code[5 + x * octetsPerColumn + row / 8];
                if ((octet & 0x80 >> (row & 7)) != 0) {
                    octets[row * bytesPerRow + x / 8] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
        Stamp stamp = new Stamp(bytesPerRow, 8 * octetsPerColumn, octets);
        page.add(octets.length, stamp.ink(0, y, Stamp.Mode.OR));
        // The line feed that follows moves the paper, with the spacing set for it.
        line.append(' ');
    }

    private static int number(byte[] code, int at) {
        return (code[at] & 0xff) + 256 * (code[at + 1] & 0xff);
    }

    boolean blank() {
        return page.blank();
    }

    Drawing drawing() {
        return page.drawing(canvas.width(), Math.max(1, y), 1);
    }

    void tearOff() {
        page.clear();
        y = 0;
    }

    void clear() {
        tearOff();
        line.setLength(0);
        buffered = new Stamp(0, 0, new byte[0]);
    }
}
