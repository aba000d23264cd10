package io.fulfillx.scanner.virtual;

import static io.fulfillx.scanner.virtual.VirtualScaleVoice.ascii;
import static io.fulfillx.scanner.virtual.VirtualScaleVoice.digits;
import static io.fulfillx.scanner.virtual.VirtualScaleVoice.padded;

import io.fulfillx.scanner.scale.MassUnit;
import io.fulfillx.scanner.virtual.VirtualScaleLoad.Display;

import java.nio.charset.StandardCharsets;

/** A balance of Mettler Toledo: S, SI, SIR, Z, T, TAC, @ and I4. */
final class VirtualScaleSics implements VirtualScaleVoice {
    private static final int WIDTH = 10;

    private final MassUnit unit;
    private final int decimals;
    private final StringBuilder line = new StringBuilder();
    private boolean repeats;
    private boolean waits;

    VirtualScaleSics(MassUnit unit, int decimals) {
        this.unit = unit;
        this.decimals = decimals;
    }

    @Override
    public byte[] told(byte[] bytes, VirtualScaleLoad load) {
        StringBuilder said = new StringBuilder();
        for (char next : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (next == '\n') {
                said.append(obey(line.toString().strip(), load));
                line.setLength(0);
            } else {
                line.append(next);
            }
        }
        return ascii(said.toString());
    }

    private String obey(String command, VirtualScaleLoad load) {
        repeats = command.equals("SIR") || repeats && command.equals("I4");
        waits = command.equals("S");
        return switch (command) {
            case "S" -> "";
            case "SI", "SIR" -> weight(load.show());
            case "Z" -> load.zero() ? "Z A\r\n" : "Z I\r\n";
            case "T" -> load.tare() ? weight(load.show()).replaceFirst("S S", "T S") : "T I\r\n";
            case "TAC" -> "TAC A\r\n";
            case "@", "I4" -> "I4 A \"0123456789\"\r\n";
            default -> "ES\r\n";
        };
    }

    @Override
    public byte[] beat(VirtualScaleLoad load) {
        Display shown = load.show();
        if (repeats || waits && !shown.moving()) {
            waits = false;
            return ascii(weight(shown));
        }
        return SILENCE;
    }

    private String weight(Display shown) {
        if (shown.overload()) {
            return "S +\r\n";
        }
        String value = padded(digits(shown, unit, decimals), WIDTH);
        return "S " + (shown.moving() ? "D" : "S") + " " + value + " " + unit.symbol() + "\r\n";
    }
}
