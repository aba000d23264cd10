package io.fulfillx.scanner.virtual;

import static io.fulfillx.scanner.virtual.VirtualScaleVoice.ascii;
import static io.fulfillx.scanner.virtual.VirtualScaleVoice.digits;
import static io.fulfillx.scanner.virtual.VirtualScaleVoice.padded;

import io.fulfillx.scanner.scale.MassUnit;
import io.fulfillx.scanner.virtual.VirtualScaleLoad.Display;

/** A table scale of CAS: ENQ, ACK, DC1, a checked block. */
final class VirtualScaleCas implements VirtualScaleVoice {
    private static final int WIDTH = 6;

    @Override
    public byte[] told(byte[] bytes, VirtualScaleLoad load) {
        StringBuilder said = new StringBuilder();
        for (byte next : bytes) {
            switch (next) {
                case 5 -> said.append('\u0006');
                case 0x11 -> said.append(block(load.show()));
                default -> said.append('\u0015');
            }
        }
        return ascii(said.toString());
    }

    private static String block(Display shown) {
        String digits = digits(shown, MassUnit.KILOGRAM, 3);
        boolean below = digits.startsWith("-");
        String sign = shown.overload() ? "F" : below ? "-" : " ";
        String data =
                (shown.moving() ? "U" : "S")
                        + sign
                        + padded(below ? digits.substring(1) : digits, WIDTH)
                        + "kg";
        char check = 0;
        for (byte each : ascii(data)) {
            check ^= (char) each;
        }
        return "\u0001\u0002" + data + check + "\u0003\u0004";
    }
}
