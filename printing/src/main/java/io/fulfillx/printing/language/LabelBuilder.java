package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

/**
 * Builds one label of our own in a printer's language. All lengths are in dots; x and y count from
 * the top left and are not negative. Whatever stands in a text or a bar code, nothing of it can be
 * read as a command. What the language cannot say itself is drawn. Not for several threads.
 */
public interface LabelBuilder {
    /**
     * Puts one line of text.
     *
     * @param height of the line; a printer with fixed sizes takes the next smaller one
     */
    LabelBuilder text(int x, int y, int height, String text);

    /** Draws a filled rectangle, such as a line. */
    LabelBuilder line(int x, int y, int width, int height);

    /** Draws a frame inside these measures; a thickness of half the height or more fills it. */
    default LabelBuilder box(int x, int y, int width, int height, int thickness) {
        if (2 * thickness >= Math.min(width, height)) {
            return line(x, y, width, height);
        }
        return line(x, y, width, thickness)
                .line(x, y + height - thickness, width, thickness)
                .line(x, y, thickness, height)
                .line(x + width - thickness, y, thickness, height);
    }

    /** Puts a bar code without its text, its own white around it left to the caller. */
    LabelBuilder barcode(int x, int y, Barcode code);

    /** Puts a picture, such as a logo. */
    LabelBuilder picture(int x, int y, Bitmap picture);

    /** The complete label, ready to send. */
    byte[] bytes();
}
