package io.fulfillx.scanner.virtual;

import io.fulfillx.scanner.scale.MassUnit;
import io.fulfillx.scanner.virtual.VirtualScaleLoad.Display;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a virtual scale speaks. One for each connection; not for several threads. */
public interface VirtualScaleVoice {
    byte[] SILENCE = {};

    /** What it sends after it was told this. */
    byte[] told(byte[] bytes, VirtualScaleLoad load);

    /** What it sends by itself; called twenty times a second. */
    default byte[] beat(VirtualScaleLoad load) {
        return SILENCE;
    }

    /** The number on the display. */
    static String digits(Display shown, MassUnit unit, int decimals) {
        BigDecimal value = unit.display(shown.grams(), decimals);
        return value.signum() == 0 ? value.abs().toPlainString() : value.toPlainString();
    }

    /** The number padded on the left. */
    static String padded(String digits, int width) {
        return String.format(Locale.ROOT, "%" + width + "s", digits);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
