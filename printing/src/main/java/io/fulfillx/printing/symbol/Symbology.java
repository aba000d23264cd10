package io.fulfillx.printing.symbol;

/** The kinds of bar codes that stand on carrier labels and our own. */
public enum Symbology {
    CODE_128("]C0"),
    CODE_39("]A0"),
    CODE_93("]G0"),
    CODABAR("]F0"),
    ITF("]I0"),
    EAN_13("]E0"),
    EAN_8("]E4"),
    UPC_A("]E0"),
    UPC_E("]E0"),
    DATABAR("]e0"),
    DATA_MATRIX("]d1"),
    QR_CODE("]Q1"),
    AZTEC("]z0"),
    PDF_417("]L2"),
    MAXICODE("]U1");

    private final String plainAimId;

    Symbology(String plainAimId) {
        this.plainAimId = plainAimId;
    }

    /** The identifier of ISO/IEC 15424 of a symbol without options, such as {@code ]C0}. */
    public String plainAimId() {
        return plainAimId;
    }
}
