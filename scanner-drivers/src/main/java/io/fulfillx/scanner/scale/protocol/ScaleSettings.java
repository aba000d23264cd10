package io.fulfillx.scanner.scale.protocol;

import io.fulfillx.scanner.scale.MassUnit;

/**
 * What some scales do not say themselves.
 *
 * @param unit of weights that come without one
 * @param decimals digits behind a decimal point that is not sent
 * @param signed whether a USB scale sends less than nothing as a negative number
 */
public record ScaleSettings(MassUnit unit, int decimals, boolean signed) {
    /** Kilograms, with the point that the scale sends. */
    public static ScaleSettings usual() {
        return new ScaleSettings(MassUnit.KILOGRAM, 0, false);
    }
}
