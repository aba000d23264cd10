package io.fulfillx.printing.language;

import java.nio.charset.StandardCharsets;

/**
 * Builds one label of our own, such as a test print. All lengths are in dots (8 to the millimetre
 * at 203 dpi); x and y count from the top left. Not for several threads.
 */
public final class ZplLabel {
    private static final int MODULE_DOTS = 3;

    private final StringBuilder zpl = new StringBuilder();

    private ZplLabel(int widthDots, int heightDots) {
        zpl.append("^XA^CI28^LH0,0^PW").append(widthDots).append("^LL").append(heightDots);
    }

    /** Starts an empty label, 812 x 1218 dots for 4 x 6 inches at 203 dpi. */
    public static ZplLabel ofSize(int widthDots, int heightDots) {
        return new ZplLabel(widthDots, heightDots);
    }

    /** Puts any text, one line, in the scalable font of that height. */
    public ZplLabel text(int x, int y, int height, String text) {
        at(x, y).append("^A0N,").append(height).append("^FH^FD").append(ZplText.escape(text));
        return end();
    }

    /**
     * Puts a Code 128 with its text below.
     *
     * @throws IllegalArgumentException when the text has characters other than printable ASCII
     */
    public ZplLabel code128(int x, int y, int height, String text) {
        if (!text.matches("[ -~]{1,80}")) {
            throw new IllegalArgumentException("1 to 80 printable ASCII characters: " + text);
        }
        // ">" introduces code set changes in this field, ">0" is how it stands for itself.
        String data = ZplText.escape(text).replace(">", ">0");
        at(x, y).append("^BY").append(MODULE_DOTS).append("^BCN,").append(height);
        zpl.append(",Y,N,N^FH^FD").append(data);
        return end();
    }

    /** Draws a frame; a thickness of half the height or more fills it. */
    public ZplLabel box(int x, int y, int width, int height, int thickness) {
        at(x, y).append("^GB").append(width).append(',').append(height);
        zpl.append(',').append(thickness);
        return end();
    }

    private StringBuilder at(int x, int y) {
        return zpl.append("\n^FO").append(x).append(',').append(y);
    }

    private ZplLabel end() {
        zpl.append("^FS");
        return this;
    }

    /** The finished label in UTF-8. */
    public byte[] bytes() {
        return (zpl + "\n^XZ\n").getBytes(StandardCharsets.UTF_8);
    }
}
