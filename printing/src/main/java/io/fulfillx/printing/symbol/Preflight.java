package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

/** Reads a label before it is printed and compares it with what it must carry. */
public final class Preflight {
    private Preflight() {}

    /** Compares the final picture of one label with its promise. */
    public static PreflightResult check(Bitmap label, Promise promise) {
        return CarriedPayloads.judge(SymbolReaders.best().read(label), promise);
    }
}
