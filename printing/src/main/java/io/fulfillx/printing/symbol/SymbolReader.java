package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.List;

/** Finds and reads the bar codes of a picture. Safe for several threads. */
public interface SymbolReader {
    /** Every symbol once, from the top to the bottom; empty when there is none. */
    List<Symbol> read(Bitmap picture);
}
