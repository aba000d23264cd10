package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import java.util.List;

/**
 * A drawn symbol, not yet turned.
 *
 * @param moveX dots it stands right of its place
 * @param moveY dots it stands below its place
 */
record SymbolArt(Bitmap dots, List<Caption> captions, int moveX, int moveY) {
    /** Text around a symbol, from a point on its baseline relative to the symbol's corner. */
    record Caption(String text, double x, double y, TextStyle style) {}

    static SymbolArt of(Bitmap dots) {
        return new SymbolArt(dots, List.of(), 0, 0);
    }
}
