package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import java.util.List;

/**
 * A drawn symbol, not yet turned.
 *
 * @param shift dots it stands away from an origin
 * @param typesetShift dots it stands away from a typeset place
 */
record SymbolArt(Bitmap dots, List<Caption> captions, Shift shift, Shift typesetShift) {
    /** Dots to the right and down. */
    record Shift(int right, int down) {
        static final Shift NONE = new Shift(0, 0);
    }

    /** Text around a symbol, from a point on its baseline relative to the symbol's corner. */
    record Caption(String text, double x, double y, TextStyle style) {}

    static SymbolArt of(Bitmap dots) {
        return new SymbolArt(dots, List.of(), Shift.NONE, Shift.NONE);
    }

    SymbolArt shifted(int right, int down) {
        return new SymbolArt(dots, captions, new Shift(right, down), typesetShift);
    }

    SymbolArt typesetShifted(int right, int down) {
        return new SymbolArt(dots, captions, shift, new Shift(right, down));
    }

    SymbolArt with(List<Caption> texts) {
        return new SymbolArt(dots, texts, shift, typesetShift);
    }
}
