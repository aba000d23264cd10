package io.fulfillx.scanner.scale.protocol;

import io.fulfillx.scanner.scale.MassUnit;
import io.fulfillx.scanner.scale.ScaleReading;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Scales of the USB usage page 0x8D. Report 3 has status, unit, a power of ten and a weight of two
 * bytes. Copies of that leave the report's number out or send longer reports with zeros behind.
 */
public final class HidProtocol implements ScaleProtocol {
    private static final byte DATA_REPORT = 3;
    private static final int BODY = 5;
    private static final int ZERO_STABLE = 2;
    private static final int BELOW_ZERO = 5;
    private static final int MOST_STATUS = 8;
    private static final int MOST_UNIT = 12;
    private static final int MOST_POWER = 9;
    private static final int BYTE = 0xff;

    /** The control report: bit 1 sets the scale to zero. */
    private static final byte[] ZERO = {2, 2};

    private final boolean signed;

    public HidProtocol(ScaleSettings settings) {
        this.signed = settings.signed();
    }

    @Override
    public byte[] question() {
        return NOTHING;
    }

    @Override
    public byte[] zero() {
        return ZERO.clone();
    }

    /** The usage page has no command for it; on a parcel scale zero does the same. */
    @Override
    public byte[] tare() {
        return ZERO.clone();
    }

    @Override
    public List<Heard> hear(byte[] bytes) {
        List<Heard> heard = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int body = bodyAt(bytes, at);
            if (body < 0) {
                at++;
            } else {
                heard.add(report(Arrays.copyOfRange(bytes, body, body + BODY)));
                at = body + BODY;
            }
        }
        return heard;
    }

    /** Where the status stands, if a report begins here; -1 if none does. */
    private static int bodyAt(byte[] bytes, int at) {
        if (bytes[at] == DATA_REPORT && plausible(bytes, at + 1)) {
            return at + 1;
        }
        return plausible(bytes, at) ? at : -1;
    }

    private static boolean plausible(byte[] bytes, int at) {
        if (at + BODY > bytes.length || bytes[at] < 1 || bytes[at] > MOST_STATUS) {
            return false;
        }
        int leastUnit = bytes[at] >= ZERO_STABLE && bytes[at] <= BELOW_ZERO ? 1 : 0;
        return bytes[at + 1] >= leastUnit
                && bytes[at + 1] <= MOST_UNIT
                && Math.abs(bytes[at + 2]) <= MOST_POWER;
    }

    private Heard report(byte[] body) {
        return new Heard.Weighed(reading(body), HexFormat.of().formatHex(body, 1, BODY));
    }

    private ScaleReading reading(byte[] body) {
        return switch (body[0]) {
            case 1 -> new ScaleReading.Fault("the scale reports a fault");
            case 2 -> ScaleReading.of(BigDecimal.ZERO, true);
            case 3 -> new ScaleReading.Moving();
            case 4 -> weight(body);
            case 5 -> new ScaleReading.BelowZero();
            case 6 -> new ScaleReading.Overload();
            case 7 -> new ScaleReading.Fault("the scale must be calibrated");
            default -> new ScaleReading.NeedsZero();
        };
    }

    private ScaleReading weight(byte[] body) {
        int unsigned = body[3] & BYTE | (body[4] & BYTE) << Byte.SIZE;
        int amount = signed ? (short) unsigned : unsigned;
        MassUnit unit = unit(body[1]);
        if (unit == null) {
            return new ScaleReading.Fault("the scale weighs in a unit that is not for parcels");
        }
        return ScaleReading.of(
                unit.toGrams(BigDecimal.valueOf(amount).scaleByPowerOfTen(body[2])), true);
    }

    private static @Nullable MassUnit unit(byte code) {
        return switch (code) {
            case 1 -> MassUnit.MILLIGRAM;
            case 2 -> MassUnit.GRAM;
            case 3 -> MassUnit.KILOGRAM;
            case 8 -> MassUnit.TONNE;
            case 11 -> MassUnit.OUNCE;
            case 12 -> MassUnit.POUND;
            default -> null;
        };
    }

    /** Each read is whole reports, so there are no halves. */
    @Override
    public void forget() {}
}
