package io.fulfillx.printing.language;

import io.fulfillx.printing.symbol.Symbology;

/**
 * A bar code to put on a label.
 *
 * @param kind {@code CODE_128}, {@code QR_CODE} or {@code DATA_MATRIX}
 * @param payload its data; in a Code 128 character 0x1D is FNC1, and as the first makes it GS1-128
 * @param moduleDots width of its narrowest bar, or of its squares
 * @param heightDots of the bars; 0 where it is a square
 */
public record Barcode(Symbology kind, String payload, int moduleDots, int heightDots) {
    static final char FNC1 = 0x1D;

    public Barcode {
        boolean linear = kind == Symbology.CODE_128;
        boolean fits =
                switch (kind) {
                    case CODE_128 -> payload.matches("[ -~\\x1d]{1,80}");
                    case QR_CODE, DATA_MATRIX -> payload.matches("\\P{Cntrl}{1,300}");
                    default -> throw new IllegalArgumentException("cannot print " + kind);
                };
        if (!fits) {
            throw new IllegalArgumentException("no payload for " + kind + ": " + payload);
        }
        if (moduleDots < 1 || moduleDots > 10 || linear != heightDots > 0) {
            throw new IllegalArgumentException("a module has 1 to 10 dots, only bars a height");
        }
    }

    /** Printable ASCII, 1 to 80 characters. */
    public static Barcode code128(String payload, int moduleDots, int heightDots) {
        return new Barcode(Symbology.CODE_128, payload, moduleDots, heightDots);
    }

    /** GS1-128: element strings one after the other, FNC1 only where a variable one ends. */
    public static Barcode gs1(String elements, int moduleDots, int heightDots) {
        return code128(FNC1 + elements, moduleDots, heightDots);
    }

    public static Barcode qrCode(String payload, int moduleDots) {
        return new Barcode(Symbology.QR_CODE, payload, moduleDots, 0);
    }

    public static Barcode dataMatrix(String payload, int moduleDots) {
        return new Barcode(Symbology.DATA_MATRIX, payload, moduleDots, 0);
    }

    /** Whether it is a Code 128 without FNC1, which every language draws itself. */
    boolean isPlainCode128() {
        return kind == Symbology.CODE_128 && payload.indexOf(FNC1) < 0;
    }
}
