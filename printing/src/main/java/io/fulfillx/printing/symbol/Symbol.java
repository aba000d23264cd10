package io.fulfillx.printing.symbol;

/**
 * A bar code found in a picture.
 *
 * @param kind its symbology, such as {@code CODE_128} or {@code MAXICODE}
 * @param aimId symbology identifier of ISO/IEC 15424, such as {@code ]C1}
 * @param payload its data as a scanner would send it, FNC1 as character 0x1D
 * @param area the box around it in dots
 */
public record Symbol(Symbology kind, String aimId, String payload, Area area) {
    /** A box in dots: left, top, width, height. */
    public record Area(int x, int y, int width, int height) {}
}
