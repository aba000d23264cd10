package io.fulfillx.printing.preview;

import io.fulfillx.printing.raster.Dpi;

/** Draws the text, bar codes and lines of EPL2. */
final class EplDrawing {
    /** Width and height of the letters of fonts 1 to 5, and from one to the next. */
    private static final int[][] FONTS_203 = {
        {8, 12, 10}, {10, 16, 12}, {12, 20, 14}, {14, 24, 16}, {32, 48, 36}
    };

    private static final int[][] FONTS_300 = {
        {12, 20, 12}, {16, 28, 18}, {20, 36, 22}, {24, 44, 24}, {48, 80, 48}
    };

    private final Dpi dpi;
    private final Page page;
    private int left;
    private int top;

    EplDrawing(Dpi dpi, Page page) {
        this.dpi = dpi;
        this.page = page;
    }

    void reference(int x, int y) {
        left = x;
        top = y;
    }

    /** Draws what is a drawing command. */
    void draw(String name, Arguments arguments) {
        int x = left + arguments.number(0);
        int y = top + arguments.number(1);
        int across = arguments.number(2);
        int down = arguments.number(3);
        switch (name) {
            case "A" -> text(x, y, arguments);
            case "B" -> barcode(x, y, arguments);
            case "LO" -> page.add(Marks.bar(x, y, across, down, true));
            case "LW" -> page.add(Marks.bar(x, y, across, down, false));
            case "LE" -> page.add(Marks.reversed(x, y, across, down));
            case "LS" -> page.add(Marks.line(x, y, left + down, top + arguments.number(4), across));
            case "X" -> page.add(Marks.frame(x, y, left + down, top + arguments.number(4), across));
            case "b" -> page.warn("Codes of two dimensions are not drawn.");
            default -> {
                // Speed, density and other settings do not change the picture.
            }
        }
    }

    void stamp(Stamp stamp, int x, int y) {
        page.add(stamp.octets().length, stamp.ink(left + x, top + y, Stamp.Mode.OR));
    }

    /** Axis, turn, font, times wide, times high, N or R, text. */
    private void text(int x, int y, Arguments arguments) {
        int[][] fonts = dpi == Dpi.DPI_203 ? FONTS_203 : FONTS_300;
        int[] font = fonts[Math.clamp(arguments.number(3, 1), 1, fonts.length) - 1];
        int wide = Math.clamp(arguments.number(4, 1), 1, 8);
        int high = Math.clamp(arguments.number(5, 1), 1, 9);
        String text = unescaped(arguments.quoted(7));
        int quarters = arguments.number(2) & 3;
        Sketch.Text line =
                new Sketch.Text(
                        x, y, quarters, font[0] * wide, font[1] * high, font[2] * wide, text);
        page.sketch(dpi, line.fields());
        if (arguments.text(6).equals("R") && quarters == 0) {
            page.add(Marks.reversed(x, y, text.length() * font[2] * wide, font[1] * high));
        }
    }

    /** Axis, turn, kind, narrow, wide, height, B for text below, data. */
    private void barcode(int x, int y, Arguments arguments) {
        int quarters = arguments.number(2) & 3;
        int narrow = Math.max(1, arguments.number(4, 2));
        int height = Math.clamp(arguments.number(6, 50), 1, 5000);
        String below = arguments.text(7).equals("B") ? "Y" : "N";
        String command =
                switch (arguments.text(3)) {
                    case "0", "1", "1A", "1B", "1C", "1E" -> "^BC,%d,%s,N,N,A";
                    case "3", "3C" -> "^B3,N,%d,%s,N";
                    case "9" -> "^BA,%d,%s,N,N";
                    case "2" -> "^B2,%d,%s,N,N";
                    case "K" -> "^BK,N,%d,%s,N";
                    case "E30" -> "^BE,%d,%s,N";
                    case "UA0" -> "^BU,%d,%s,N,Y";
                    default -> "";
                };
        if (command.isEmpty()) {
            page.warn("Bar codes of kind " + arguments.text(3) + " are not drawn.");
            return;
        }
        int ratio = Math.max(2, arguments.number(5, 2) / narrow);
        page.sketch(
                dpi,
                Sketch.modules(narrow, ratio)
                        + Sketch.barcode(
                                x,
                                y,
                                quarters,
                                command.formatted(height, below),
                                unescaped(arguments.quoted(8))));
    }

    static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}
