package io.fulfillx.printing.preview;

import java.nio.charset.StandardCharsets;

/**
 * Texts and bar codes of the other languages, told in ZPL so that one renderer draws them all. The
 * letters are not those of each maker's fonts but fill the same cells.
 */
final class Sketch {
    private static final String TURNS = "NRIB";

    /** A QR code of ZPL stands so many dots below its origin. */
    private static final int QR_DROP = 10;

    private Sketch() {}

    /**
     * One line in a font of equal cells.
     *
     * @param quarters clockwise, around the upper left corner of the first cell
     * @param advance dots from one cell to the next
     */
    record Text(int x, int y, int quarters, int width, int height, int advance, String text) {
        String fields() {
            StringBuilder zpl = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) > ' ') {
                    zpl.append(cell(i));
                }
            }
            return zpl.toString();
        }

        private String cell(int index) {
            int along = index * advance;
            int left =
                    switch (quarters) {
                        case 1 -> x - height;
                        case 2 -> x - along - width;
                        case 3 -> x;
                        default -> x + along;
                    };
            int top =
                    switch (quarters) {
                        case 1 -> y + along;
                        case 2 -> y - height;
                        case 3 -> y - along - width;
                        default -> y;
                    };
            String font = "^A0" + TURNS.charAt(quarters) + "," + height + "," + width;
            return at(left, top) + font + data(text.substring(index, index + 1));
        }
    }

    /**
     * A bar code whose upper left corner stands there.
     *
     * @param command of ZPL, with the arguments after the orientation
     */
    static String barcode(int x, int y, int quarters, String command, String data) {
        String turned = command.substring(0, 3) + TURNS.charAt(quarters) + command.substring(3);
        return at(x, y) + turned + data(data);
    }

    /** A QR code whose upper left corner stands there. */
    static String square(int x, int y, int module, String level, String data) {
        String command = "^BQN,2," + Math.clamp(module, 1, 10);
        return at(x, y - QR_DROP) + command + data(level + "A," + data);
    }

    /** Modules of so many dots, thick ones so many times as wide. */
    static String modules(int dots, int ratio) {
        return "^BY" + Math.clamp(dots, 1, 10) + "," + Math.clamp(ratio, 2, 3);
    }

    private static String at(int x, int y) {
        return "^FO" + Math.clamp(x, 0, 32_000) + "," + Math.clamp(y, 0, 32_000);
    }

    private static String data(String text) {
        StringBuilder data = new StringBuilder("^FH_^FD");
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain = character < 128 && Character.isLetterOrDigit(character);
            data.append(
                    plain || character == ' '
                            ? String.valueOf(character)
                            : "_%02X".formatted((int) character));
        }
        return data.append("^FS").toString();
    }

    /** A document that draws these fields. */
    static byte[] document(String fields) {
        return ("^XA^CI28^LH0,0" + fields + "^XZ").getBytes(StandardCharsets.UTF_8);
    }
}
