package io.fulfillx.printing.preview.zpl;

/** A symbology with its settings, waiting for data. */
@FunctionalInterface
interface Barcode {
    /**
     * @param data one character a byte
     * @param text the same, decoded by the character set in force
     * @throws IllegalArgumentException when the data cannot be encoded
     */
    SymbolArt draw(String data, String text);

    /** Quarters clockwise, where the symbology can turn. */
    default int quarters() {
        return 0;
    }
}
