package io.fulfillx.scanner.aim;

import java.util.Optional;
import java.util.Set;

/**
 * An AIM identifier: a bracket, the letter of the symbology, and what the reader did with it.
 *
 * @param modifier a digit or a letter A to F; its meaning depends on the symbology
 */
public record AimId(Symbology symbology, char modifier) {
    /** How many characters it has. */
    public static final int LENGTH = 3;

    /** Those whose data is a GS1 message: FNC1 stands in front. */
    private static final Set<String> GS1 =
            Set.of("]C1", "]e0", "]e1", "]e2", "]d2", "]d5", "]Q3", "]Q4", "]J1", "]J4");

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

    /** Whether the data is a GS1 message. */
    public boolean gs1() {
        return GS1.contains(text());
    }

    /** Whether the data is a retail number: EAN, UPC, or ITF with 14 digits. */
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
