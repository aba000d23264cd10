package io.fulfillx.scanner.wedge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out which layouts the scanner and the computer have, by a barcode of known text. Print
 * {@link #TEXT} as Code 128 and scan it once: what arrives tells the pair.
 */
public final class LayoutCalibration {
    /** Begins with letters that stand at the same place everywhere. */
    private static final String MARK = "FXI";

    /**
     * The text of the barcode. Each character behind the mark tells some layouts apart; none is on
     * a key that is dead somewhere in its own layout, since those may arrive as nothing.
     */
    public static final String TEXT = MARK + "23-AMYZ_;@#/:&<+X";

    private LayoutCalibration() {}

    /** Whether this can be the calibration barcode, however garbled. */
    public static boolean isMeant(String typed) {
        return typed.toUpperCase(Locale.ROOT).startsWith(MARK)
                && typed.length() <= 2 * TEXT.length()
                && !find(typed).isEmpty();
    }

    /**
     * Every pair of layouts by which the text arrives like this, the likeliest first: equal layouts
     * before others, a scanner set to us before others.
     */
    static List<LayoutRepair> find(String typed) {
        List<LayoutRepair> fitting = new ArrayList<>();
        for (boolean caps : new boolean[] {false, true}) {
            for (KeyboardLayout scanner : KeyboardLayout.values()) {
                for (KeyboardLayout host : KeyboardLayout.values()) {
                    LayoutRepair pair = new LayoutRepair(scanner, host, caps);
                    if (pair.garbled(TEXT).equals(typed)) {
                        fitting.add(pair);
                    }
                }
            }
        }
        return fitting;
    }

    /**
     * The pair to use from now on.
     *
     * @param typed what arrived when the barcode was scanned
     * @return empty when this is not the barcode, or no known pair makes it arrive like this
     */
    public static Optional<LayoutRepair> of(String typed) {
        if (typed.equals(TEXT)) {
            return Optional.of(LayoutRepair.none());
        }
        return find(typed).stream().findFirst();
    }
}
