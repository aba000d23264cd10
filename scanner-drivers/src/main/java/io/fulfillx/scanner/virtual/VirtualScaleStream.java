package io.fulfillx.scanner.virtual;

import static io.fulfillx.scanner.virtual.VirtualScaleVoice.ascii;
import static io.fulfillx.scanner.virtual.VirtualScaleVoice.digits;
import static io.fulfillx.scanner.virtual.VirtualScaleVoice.padded;

import io.fulfillx.scanner.scale.MassUnit;
import io.fulfillx.scanner.virtual.VirtualScaleLoad.Display;

import java.nio.charset.StandardCharsets;

/** A scale that prints a line all the time, with a header for stable, moving and overload. */
final class VirtualScaleStream implements VirtualScaleVoice {
    private static final int WIDTH = 8;

    @Override
    public byte[] told(byte[] bytes, VirtualScaleLoad load) {
        switch (new String(bytes, StandardCharsets.ISO_8859_1).strip()) {
            case "Z" -> load.zero();
            case "T" -> load.tare();
            default -> {
                // It does not listen to anything else.
            }
        }
        return SILENCE;
    }

    @Override
    public byte[] beat(VirtualScaleLoad load) {
        Display shown = load.show();
        if (shown.overload()) {
            return ascii("OL,GS,+ 9999999\r\n");
        }
        String digits = digits(shown, MassUnit.KILOGRAM, 3);
        boolean below = digits.startsWith("-");
        return ascii(
                (shown.moving() ? "US" : "ST")
                        + ",GS,"
                        + (below ? "-" : "+")
                        + padded(below ? digits.substring(1) : digits, WIDTH)
                        + "kg\r\n");
    }
}
