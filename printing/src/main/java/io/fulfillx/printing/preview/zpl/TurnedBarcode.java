package io.fulfillx.printing.preview.zpl;

import java.util.function.Function;

/** A symbology that needs its data and nothing of the character set. */
record TurnedBarcode(int quarters, Function<String, SymbolArt> art) implements Barcode {
    @Override
    public SymbolArt draw(String data, String text) {
        return art.apply(data);
    }
}
