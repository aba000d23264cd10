package io.fulfillx.scanner.aim;

import java.util.Optional;

/**
 * An AIM identifier: a bracket, the letter of the symbology, and what the reader did with it.
 *
 * @param modifier a digit or a letter A to F; its meaning depends on the symbology
 */
public record AimId(Symbology symbology, char modifier) {
    /** How many characters it has. */
    public static final int LENGTH = 3;

    public AimId {
        if (!hexadecimal(modifier)) {
            throw new IllegalArgumentException("the modifier is 0 to 9 or A to F");
        }
    }

    /** Reads the identifier in front of what a scanner sent; empty when there is none. */
    public static Optional<AimId> startOf(String scanned) {
        if (scanned.length() < LENGTH
                || scanned.charAt(0) != ']'
                || !hexadecimal(scanned.charAt(2))) {
            return Optional.empty();
        }
        char modifier = scanned.charAt(2);
        return Symbology.of(scanned.charAt(1)).map(symbology -> new AimId(symbology, modifier));
    }

    private static boolean hexadecimal(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'F';
    }

    /** Whether the data is a GS1 message: FNC1 stands in front. */
    public boolean gs1() {
        return switch (symbology) {
            case CODE_128 -> modifier == '1';
            case GS1_DATABAR -> modifier >= '0' && modifier <= '2';
            case DATA_MATRIX -> modifier == '2' || modifier == '5';
            case QR_CODE -> modifier == '3' || modifier == '4';
            case DOT_CODE -> modifier == '1' || modifier == '4';
            default -> false;
        };
    }

    /** Whether the data is a retail number, or an add-on to one. */
    public boolean retail() {
        return symbology == Symbology.EAN_UPC;
    }

    /** As scanners write it, such as {@code ]C1}. */
    public String text() {
        return new String(new char[] {']', symbology.letter(), modifier});
    }

    @Override
    public String toString() {
        return text();
    }
}
