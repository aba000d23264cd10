package io.fulfillx.scanner.virtual;

import static io.fulfillx.scanner.virtual.VirtualScaleVoice.ascii;
import static io.fulfillx.scanner.virtual.VirtualScaleVoice.digits;
import static io.fulfillx.scanner.virtual.VirtualScaleVoice.padded;

import io.fulfillx.scanner.scale.MassUnit;
import io.fulfillx.scanner.virtual.VirtualScaleLoad.Display;

/** A table scale of Torrey: its display as text after each P, blank signs when it cannot weigh. */
final class VirtualScaleTorrey implements VirtualScaleVoice {
    private static final int WIDTH = 7;

    @Override
    public byte[] told(byte[] bytes, VirtualScaleLoad load) {
        StringBuilder said = new StringBuilder();
        for (byte next : bytes) {
            if (next == 'P') {
                said.append(display(load.show()));
            }
        }
        return ascii(said.toString());
    }

    private static String display(Display shown) {
        return shown.overload()
                ? "-------\r"
                : padded(digits(shown, MassUnit.KILOGRAM, 3), WIDTH) + " kg\r";
    }
}
