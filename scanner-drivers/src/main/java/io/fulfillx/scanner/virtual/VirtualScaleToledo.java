package io.fulfillx.scanner.virtual;

import static io.fulfillx.scanner.virtual.VirtualScaleVoice.ascii;
import static io.fulfillx.scanner.virtual.VirtualScaleVoice.digits;

import io.fulfillx.scanner.scale.MassUnit;
import io.fulfillx.scanner.virtual.VirtualScaleLoad.Display;

import java.nio.charset.StandardCharsets;

/** A checkout scale 8217: W, Z and T, in kilograms without saying so. */
final class VirtualScaleToledo implements VirtualScaleVoice {
    private static final int MOVES = 1;
    private static final int OVER = 2;
    private static final int UNDER = 4;
    private static final int BAD = 64;

    @Override
    public byte[] told(byte[] bytes, VirtualScaleLoad load) {
        StringBuilder said = new StringBuilder();
        for (char next : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            switch (next) {
                case 'W' -> said.append(weight(load.show()));
                case 'Z' -> load.zero();
                case 'T' -> load.tare();
                case '\r', '\n' -> {
                    // Some programs end their questions.
                }
                default -> said.append(status(BAD));
            }
        }
        return ascii(said.toString());
    }

    private static String weight(Display shown) {
        if (shown.moving()) {
            return status(MOVES);
        }
        if (shown.overload()) {
            return status(OVER);
        }
        if (shown.grams().signum() < 0) {
            return status(UNDER);
        }
        return "\u0002" + digits(shown, MassUnit.KILOGRAM, 3) + "\r";
    }

    private static String status(int bits) {
        return "\u0002?" + (char) bits + "\r";
    }
}
