package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.GrayImage;

import java.io.IOException;

/** A page or picture that can be drawn in parts, in its own upright orientation. */
interface PageSource {
    /** All of it, one pixel a unit. */
    GrayImage survey() throws IOException;

    /** Units to the inch; 0 when the document does not tell its size on paper. */
    double unitsPerInch();

    /** How many times finer than the dots it is worth drawing at this scale. */
    int finer(double scale);

    /**
     * Draws a part.
     *
     * @param left in units, as top
     * @param scale pixels for one unit
     */
    GrayImage draw(double left, double top, double scale, int width, int height) throws IOException;
}
