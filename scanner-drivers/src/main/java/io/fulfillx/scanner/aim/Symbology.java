package io.fulfillx.scanner.aim;

import java.util.List;
import java.util.Optional;

/** A kind of bar code, by the letter that AIM gave it. */
public enum Symbology {
    CODE_39('A', "Code 39", Family.LINEAR),
    TELEPEN('B', "Telepen", Family.LINEAR),
    CODE_128('C', "Code 128", Family.LINEAR),
    CODE_ONE('D', "Code One", Family.MATRIX),
    EAN_UPC('E', "EAN/UPC", Family.RETAIL),
    CODABAR('F', "Codabar", Family.LINEAR),
    CODE_93('G', "Code 93", Family.LINEAR),
    CODE_11('H', "Code 11", Family.LINEAR),
    ITF('I', "Interleaved 2 of 5", Family.LINEAR),
    DOT_CODE('J', "DotCode", Family.MATRIX),
    CODE_16K('K', "Code 16K", Family.STACKED),
    PDF_417('L', "PDF417", Family.STACKED),
    MSI('M', "MSI Code", Family.LINEAR),
    ANKER('N', "Anker Code", Family.LINEAR),
    CODABLOCK('O', "Codablock", Family.STACKED),
    PLESSEY('P', "Plessey Code", Family.LINEAR),
    QR_CODE('Q', "QR Code", Family.MATRIX),
    STRAIGHT_2_OF_5('R', "Straight 2 of 5", Family.LINEAR),
    IATA_2_OF_5('S', "IATA 2 of 5", Family.LINEAR),
    CODE_49('T', "Code 49", Family.STACKED),
    MAXICODE('U', "MaxiCode", Family.MATRIX),
    OTHER('X', "other", Family.OTHER),
    SYSTEM('Y', "system expansion", Family.OTHER),
    NO_BARCODE('Z', "no bar code", Family.OTHER),
    CHANNEL_CODE('c', "Channel Code", Family.LINEAR),
    DATA_MATRIX('d', "Data Matrix", Family.MATRIX),
    GS1_DATABAR('e', "GS1 DataBar or composite", Family.RETAIL),
    HAN_XIN('h', "Han Xin Code", Family.MATRIX),
    OCR('o', "printed characters", Family.OTHER),
    SUPER_CODE('s', "SuperCode", Family.MATRIX),
    ULTRACODE('w', "Ultracode", Family.MATRIX),
    AZTEC('z', "Aztec Code", Family.MATRIX);

    /** How a bar code is built. */
    public enum Family {
        LINEAR,
        /** One row of bars that holds retail numbers. */
        RETAIL,
        STACKED,
        MATRIX,
        OTHER
    }

    private static final List<Symbology> ALL = List.of(values());

    private final char letter;
    private final String title;
    private final Family family;

    Symbology(char letter, String title, Family family) {
        this.letter = letter;
        this.title = title;
        this.family = family;
    }

    /** By the letter after the bracket; upper and lower case differ. */
    public static Optional<Symbology> of(char letter) {
        for (Symbology symbology : ALL) {
            if (symbology.letter == letter) {
                return Optional.of(symbology);
            }
        }
        return Optional.empty();
    }

    public char letter() {
        return letter;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    public Family family() {
        return family;
    }
}
