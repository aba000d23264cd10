package io.fulfillx.printing.preview;

import io.fulfillx.printing.raster.Dpi;

import java.util.Map;

/** Draws the text, bar codes and lines of CPCL; arguments stand between spaces. */
final class CpclDrawing {
    /** Width and height of the letters of each font in its first size. */
    private static final Map<String, int[]> FONTS =
            Map.of(
                    "0", new int[] {8, 9},
                    "1", new int[] {24, 48},
                    "2", new int[] {12, 12},
                    "4", new int[] {24, 47},
                    "5", new int[] {12, 24},
                    "6", new int[] {27, 27},
                    "7", new int[] {12, 24});

    private static final int[] USUAL = {12, 24};
    private static final int QUARTERS_UP = 3;

    private final Dpi dpi;
    private final Page page;
    private int timesWide = 1;
    private int timesHigh = 1;
    private int offset;

    CpclDrawing(Dpi dpi, Page page) {
        this.dpi = dpi;
        this.page = page;
    }

    void begin(int moveRight) {
        offset = moveRight;
        timesWide = 1;
        timesHigh = 1;
    }

    void graphic(boolean upright, Arguments numbers, byte[] data) {
        int bytesPerRow = Math.max(0, numbers.number(0));
        int rows = Math.max(0, numbers.number(1));
        Stamp stamp = new Stamp(bytesPerRow, rows, data);
        int x = offset + numbers.number(2);
        int y = numbers.number(3);
        page.add(
                data.length,
                upright
                        ? stamp.turned(QUARTERS_UP, x, y - bytesPerRow * 8)
                        : stamp.ink(x, y, Stamp.Mode.OR));
    }

    /**
     * Draws what is a drawing command.
     *
     * @param line the whole of it
     */
    void draw(String name, Arguments arguments, String line) {
        int x = offset + arguments.number(0);
        int y = arguments.number(1);
        int right = offset + arguments.number(2);
        int bottom = arguments.number(3);
        int thickness = arguments.number(4, 1);
        switch (name) {
            case "SETMAG" -> {
                timesWide = Math.clamp(arguments.number(0, 1), 1, 16);
                timesHigh = Math.clamp(arguments.number(1, 1), 1, 16);
            }
            case "TEXT", "T" -> text(0, arguments, line);
            case "TEXT90", "T90", "VTEXT", "VT" -> text(QUARTERS_UP, arguments, line);
            case "TEXT180", "T180" -> text(2, arguments, line);
            case "TEXT270", "T270" -> text(1, arguments, line);
            case "BARCODE", "B" -> barcode(0, arguments, line);
            case "VBARCODE", "VB" -> barcode(QUARTERS_UP, arguments, line);
            case "LINE", "L" -> page.add(Marks.line(x, y, right, bottom, thickness));
            case "BOX" -> page.add(Marks.frame(x, y, right, bottom, thickness));
            case "INVERSE-LINE", "IL" -> page.add(inverse(x, y, right, bottom, thickness));
            default -> {
                // Settings of feed, speed and contrast do not change the picture.
            }
        }
    }

    private static Page.Ink inverse(int x, int y, int right, int bottom, int thickness) {
        return y == bottom
                ? Marks.reversed(x, y, right - x, thickness)
                : Marks.reversed(x, y, thickness, bottom - y);
    }

    /** Font, size, x, y, and everything behind. */
    private void text(int quarters, Arguments arguments, String line) {
        int[] font = FONTS.getOrDefault(arguments.text(0), USUAL);
        int wide = font[0] * timesWide;
        int high = font[1] * timesHigh;
        int x = offset + arguments.number(2);
        String text = rest(line, 5);
        page.sketch(
                dpi,
                new Sketch.Text(x, arguments.number(3), quarters, wide, high, wide, text).fields());
    }

    /** Kind, narrow, ratio, height, x, y, and everything behind. */
    private void barcode(int quarters, Arguments arguments, String line) {
        int height = Math.clamp(arguments.number(3, 50), 1, 5000);
        String command =
                switch (arguments.text(0)) {
                    case "128" -> "^BC,%d,N,N,N,A";
                    case "39" -> "^B3,N,%d,N,N";
                    case "93" -> "^BA,%d,N,N,N";
                    case "I2OF5" -> "^B2,%d,N,N,N";
                    case "CODABAR" -> "^BK,N,%d,N,N";
                    case "EAN13" -> "^BE,%d,N,N";
                    case "EAN8" -> "^B8,%d,N,N";
                    case "UPCA" -> "^BU,%d,N,N,Y";
                    default -> "";
                };
        if (command.isEmpty()) {
            page.warn("Bar codes of kind " + arguments.text(0) + " are not drawn.");
            return;
        }
        int x = offset + arguments.number(4);
        int ratio = arguments.number(2) == 0 ? 2 : 3;
        page.sketch(
                dpi,
                Sketch.modules(arguments.number(1, 1), ratio)
                        + Sketch.barcode(
                                x,
                                arguments.number(5),
                                quarters,
                                command.formatted(height),
                                rest(line, 7)));
    }

    /** What stands behind so many words. */
    private static String rest(String line, int words) {
        String[] parts = line.stripLeading().split(" +", words + 1);
        return parts.length > words ? parts[words] : "";
    }
}
