package io.fulfillx.printing.preview;

import io.fulfillx.printing.raster.Dpi;

import java.util.Locale;

/** Draws the text, bar codes and lines of TSPL. */
final class TsplDrawing {
    /** Width and height of the cells of fonts 1 to 8. */
    private static final int[][] FONTS = {
        {8, 12}, {12, 20}, {16, 24}, {24, 32}, {32, 48}, {14, 19}, {21, 27}, {14, 25}
    };

    private static final int QUARTER = 90;

    private final Dpi dpi;
    private final Page page;
    private int left;
    private int top;

    TsplDrawing(Dpi dpi, Page page) {
        this.dpi = dpi;
        this.page = page;
    }

    void reference(int x, int y) {
        left = x;
        top = y;
    }

    void stamp(Stamp stamp, int x, int y, Stamp.Mode mode) {
        page.add(stamp.octets().length, stamp.ink(left + x, top + y, mode));
    }

    /** Draws what is a drawing command. */
    void draw(String name, Arguments arguments) {
        int x = left + arguments.number(0);
        int y = top + arguments.number(1);
        int across = arguments.number(2);
        int down = arguments.number(3);
        switch (name) {
            case "TEXT" -> text(x, y, arguments);
            case "BARCODE" -> barcode(x, y, arguments);
            case "QRCODE" -> squareCode(x, y, arguments);
            case "BAR" -> page.add(Marks.bar(x, y, across, down, true));
            case "ERASE" -> page.add(Marks.bar(x, y, across, down, false));
            case "REVERSE" -> page.add(Marks.reversed(x, y, across, down));
            case "BOX" ->
                    page.add(Marks.frame(x, y, left + across, top + down, arguments.number(4, 1)));
            case "DMATRIX", "PDF417", "AZTEC", "MAXICODE", "BLOCK" ->
                    page.warn(name + " is not drawn.");
            default -> {
                // Gap, speed, density and other settings do not change the picture.
            }
        }
    }

    /** Axis, font, degrees, times wide, times high, perhaps alignment, text. */
    private void text(int x, int y, Arguments arguments) {
        String named = arguments.quoted(2);
        boolean known = named.matches("[1-8]");
        int[] font = FONTS[known ? Integer.parseInt(named) - 1 : 2];
        int wide = font[0] * Math.clamp(arguments.number(4, 1), 1, 10);
        int high = font[1] * Math.clamp(arguments.number(5, 1), 1, 10);
        String text = last(arguments);
        int quarters = arguments.number(3) / QUARTER & 3;
        page.sketch(dpi, new Sketch.Text(x, y, quarters, wide, high, wide, text).fields());
    }

    private static String last(Arguments arguments) {
        return arguments.quoted(arguments.size() - 1).replace("\\[\"]", "\"");
    }

    /** Axis, kind, height, text below, degrees, narrow, wide, perhaps alignment, data. */
    private void barcode(int x, int y, Arguments arguments) {
        int height = Math.clamp(arguments.number(3, 50), 1, 5000);
        String below = arguments.number(4) > 0 ? "Y" : "N";
        int narrow = Math.max(1, arguments.number(6, 2));
        String kind = arguments.quoted(2).toUpperCase(Locale.ROOT);
        String command =
                switch (kind) {
                    case "128", "128M", "EAN128" -> "^BC,%d,%s,N,N,A";
                    case "39", "39C" -> "^B3,N,%d,%s,N";
                    case "93" -> "^BA,%d,%s,N,N";
                    case "25", "25C" -> "^B2,%d,%s,N,N";
                    case "CODA" -> "^BK,N,%d,%s,N";
                    case "EAN13" -> "^BE,%d,%s,N";
                    case "EAN8" -> "^B8,%d,%s,N";
                    case "UPCA" -> "^BU,%d,%s,N,Y";
                    default -> "";
                };
        if (command.isEmpty()) {
            page.warn("Bar codes of kind " + kind + " are not drawn.");
            return;
        }
        String modules = Sketch.modules(narrow, arguments.number(7, 2) / narrow);
        int quarters = arguments.number(5) / QUARTER & 3;
        String code = command.formatted(height, below);
        page.sketch(dpi, modules + Sketch.barcode(x, y, quarters, code, last(arguments)));
    }

    /** Axis, level, dots a module, mode, degrees, perhaps more, data. */
    private void squareCode(int x, int y, Arguments arguments) {
        String level = arguments.text(2).matches("[HQML]") ? arguments.text(2) : "M";
        int module = Math.clamp(arguments.number(3, 4), 1, 10);
        page.sketch(dpi, Sketch.square(x, y, module, level, last(arguments)));
    }
}
