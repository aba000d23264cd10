package io.fulfillx.printing.symbol;

/** The kinds of bar codes that stand on carrier labels and our own. */
public enum Symbology {
    CODE_128,
    CODE_39,
    CODE_93,
    CODABAR,
    ITF,
    EAN_13,
    EAN_8,
    UPC_A,
    UPC_E,
    DATABAR,
    DATA_MATRIX,
    QR_CODE,
    AZTEC,
    PDF_417,
    MAXICODE
}
