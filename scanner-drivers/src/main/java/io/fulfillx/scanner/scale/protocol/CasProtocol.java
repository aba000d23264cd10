package io.fulfillx.scanner.scale.protocol;

import io.fulfillx.scanner.scale.ScaleReading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * CAS table scales (AP, AD, PD, SW): ENQ is answered by ACK, then DC1 by one block with a check
 * byte: SOH STX, S or U for stable or not, a sign, six characters, two of the unit, the exclusive
 * or of these ten, ETX EOT.
 */
public final class CasProtocol implements ScaleProtocol {
    private static final byte ENQ = 5;
    private static final byte ACK = 6;
    private static final byte NAK = 0x15;
    private static final byte SEND = 0x11;
    private static final byte STX = 2;
    private static final byte ETX = 3;
    private static final int DATA = 10;
    private static final int WEIGHT_AT = 2;

    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final ScaleSettings settings;
    private boolean inside;

    public CasProtocol(ScaleSettings settings) {
        this.settings = settings;
    }

    @Override
    public byte[] question() {
        return new byte[] {ENQ};
    }

    @Override
    public byte[] zero() {
        return NOTHING;
    }

    @Override
    public byte[] tare() {
        return NOTHING;
    }

    @Override
    public List<Heard> hear(byte[] bytes) {
        List<Heard> heard = new ArrayList<>();
        for (byte next : bytes) {
            if (inside) {
                inBlock(next, heard);
            } else if (next == STX) {
                inside = true;
            } else if (next == ACK) {
                heard.add(new Heard.Asks(new byte[] {SEND}));
            } else if (next == NAK) {
                heard.add(new Heard.Weighed(new ScaleReading.NotReady(), ""));
            }
        }
        return heard;
    }

    private void inBlock(byte next, List<Heard> heard) {
        block.write(next);
        // The check byte may look like any other, so the end is known by its place.
        if (block.size() == DATA + 2) {
            byte[] whole = block.toByteArray();
            forget();
            if (whole[DATA + 1] == ETX && whole[DATA] == check(whole)) {
                block(new String(whole, 0, DATA, StandardCharsets.ISO_8859_1), heard);
            }
        }
    }

    private static byte check(byte[] whole) {
        byte check = 0;
        for (int i = 0; i < DATA; i++) {
            check ^= whole[i];
        }
        return check;
    }

    private void block(String data, List<Heard> heard) {
        String digits = data.substring(1);
        if (data.charAt(1) == 'F') {
            heard.add(new Heard.Weighed(new ScaleReading.Overload(), digits));
            return;
        }
        String sign = data.charAt(1) == '-' ? "-" : "";
        WeightText.grams(sign + data.substring(WEIGHT_AT), settings)
                .map(grams -> ScaleReading.of(grams, data.charAt(0) == 'S'))
                .map(reading -> new Heard.Weighed(reading, digits))
                .ifPresent(heard::add);
    }

    @Override
    public void forget() {
        block.reset();
        inside = false;
    }
}
