package io.fulfillx.scanner.virtual;

import static io.fulfillx.scanner.virtual.VirtualScaleVoice.ascii;
import static io.fulfillx.scanner.virtual.VirtualScaleVoice.digits;
import static io.fulfillx.scanner.virtual.VirtualScaleVoice.padded;

import io.fulfillx.scanner.scale.MassUnit;
import io.fulfillx.scanner.virtual.VirtualScaleLoad.Display;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A parcel scale of NCI: W, S, Z and T, each ended by CR. */
final class VirtualScaleNci implements VirtualScaleVoice {
    private static final int WIDTH = 8;
    private static final int PLAIN = 0x30;

    private final MassUnit unit;
    private final int decimals;
    private final StringBuilder line = new StringBuilder();

    VirtualScaleNci(MassUnit unit, int decimals) {
        this.unit = unit;
        this.decimals = decimals;
    }

    @Override
    public byte[] told(byte[] bytes, VirtualScaleLoad load) {
        StringBuilder said = new StringBuilder();
        for (char next : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (next == '\r') {
                said.append(obey(line.toString().strip(), load));
                line.setLength(0);
            } else {
                line.append(next);
            }
        }
        return ascii(said.toString());
    }

    private String obey(String command, VirtualScaleLoad load) {
        switch (command) {
            case "W" -> {
                return weight(load.show());
            }
            case "Z" -> load.zero();
            case "T" -> load.tare();
            case "S" -> {
                // Only the status.
            }
            default -> {
                return "\n?\r\u0003";
            }
        }
        return status(load.show());
    }

    private String weight(Display shown) {
        String value = padded(digits(shown, unit, decimals), WIDTH);
        String told = shown.overload() ? "^".repeat(WIDTH) : value;
        return "\n" + told + unit.symbol().toUpperCase(Locale.ROOT) + "\r" + status(shown);
    }

    private static String status(Display shown) {
        int first = PLAIN | (shown.moving() ? 1 : 0) | (shown.grams().signum() == 0 ? 2 : 0);
        int second = PLAIN | (shown.grams().signum() < 0 ? 1 : 0) | (shown.overload() ? 2 : 0);
        return "\n" + (char) first + (char) second + "\r\u0003";
    }
}
