package io.fulfillx.scanner.virtual;

import io.fulfillx.scanner.scale.MassUnit;
import io.fulfillx.scanner.virtual.VirtualScaleLoad.Display;

import java.math.BigDecimal;

/** A USB scale: report 3 of the usage page 0x8D, again and again. */
final class VirtualScaleHid implements VirtualScaleVoice {
    private static final byte REPORT = 3;
    private static final byte ZERO_STABLE = 2;
    private static final byte MOVING = 3;
    private static final byte STABLE = 4;
    private static final byte BELOW_ZERO = 5;
    private static final byte OVERLOAD = 6;

    private final MassUnit unit;
    private final int decimals;

    VirtualScaleHid(MassUnit unit, int decimals) {
        this.unit = unit;
        this.decimals = decimals;
    }

    /** Its control report has two bytes; bit 1 is zero. */
    @Override
    public byte[] told(byte[] bytes, VirtualScaleLoad load) {
        if (bytes.length == 2 && bytes[0] == 2 && (bytes[1] & 2) != 0) {
            load.zero();
        }
        return SILENCE;
    }

    @Override
    public byte[] beat(VirtualScaleLoad load) {
        Display shown = load.show();
        BigDecimal value = unit.display(shown.grams(), decimals);
        int amount = shown.overload() ? 0 : value.abs().unscaledValue().intValue();
        return new byte[] {
            REPORT,
            status(shown, value),
            code(),
            (byte) -decimals,
            (byte) amount,
            (byte) (amount >>> Byte.SIZE)
        };
    }

    private static byte status(Display shown, BigDecimal value) {
        if (shown.overload()) {
            return OVERLOAD;
        }
        if (value.signum() < 0) {
            return BELOW_ZERO;
        }
        if (shown.moving()) {
            return MOVING;
        }
        return value.signum() == 0 ? ZERO_STABLE : STABLE;
    }

    private byte code() {
        return switch (unit) {
            case MILLIGRAM -> 1;
            case GRAM -> 2;
            case KILOGRAM -> 3;
            case TONNE -> 8;
            case OUNCE -> 11;
            case POUND -> 12;
        };
    }
}
