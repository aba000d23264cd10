package io.fulfillx.printing.preview.zpl;

/** How a drawing changes the dots it covers. */
enum Ink {
    BLACK,
    WHITE,
    INVERT;

    /** The octet after these bits were drawn on it. */
    int on(int octet, int bits) {
        return switch (this) {
            case BLACK -> octet | bits;
            case WHITE -> octet & ~bits;
            case INVERT -> octet ^ bits;
        };
    }
}
