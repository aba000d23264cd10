package io.fulfillx.printing.language;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;

/**
 * The data of a {@code ^GFA} field in its forms. Hexadecimal and run lengths keep to what every
 * reader agrees on: no fill with ones, no unused letter, zeros cut at whole bytes only.
 */
final class ZplPicture {
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** Longest run that one pair of letters tells: 400 and 19. */
    private static final int LONGEST = 419;

    /** A shorter run costs less as it is. */
    private static final int SHORTEST = 3;

    /** The next one saves two bytes in a hundred and takes twice as long. */
    private static final int DEFLATE_LEVEL = 7;

    private final byte[] dots;
    private final int octets;

    /**
     * @param dots rows one after the other, 1 is black
     * @param octets bytes a row
     */
    ZplPicture(byte[] dots, int octets) {
        this.dots = dots;
        this.octets = octets;
    }

    byte[] data(RasterForm form) {
        return switch (form) {
            case HEX -> hex();
            case RLE -> runLengths(Integer.MAX_VALUE);
            case Z64 -> deflated();
            case AUTO -> smallest();
        };
    }

    private byte[] smallest() {
        byte[] deflated = deflated();
        byte[] runs = runLengths(deflated.length);
        return runs.length <= deflated.length ? runs : deflated;
    }

    private byte[] hex() {
        byte[] text = new byte[dots.length * 2];
        for (int i = 0; i < dots.length; i++) {
            text[2 * i] = DIGITS[dots[i] >> 4 & 15];
            text[2 * i + 1] = DIGITS[dots[i] & 15];
        }
        return text;
    }

    /**
     * @param limit it gives up, with part of the picture, when it gets longer
     */
    private byte[] runLengths(int limit) {
        byte[] hex = hex();
        CommandBytes text = new CommandBytes();
        int digits = octets * 2;
        for (int row = 0; row < hex.length && text.size() <= limit; row += digits) {
            if (row > 0 && Arrays.equals(hex, row, row + digits, hex, row - digits, row)) {
                text.octets(':');
            } else {
                row(text, hex, row, row + digits);
            }
        }
        return text.toBytes();
    }

    private static void row(CommandBytes text, byte[] hex, int from, int to) {
        int end = to;
        while (end > from && hex[end - 1] == '0' && hex[end - 2] == '0') {
            end -= 2;
        }
        int at = from;
        while (at < end) {
            int run = 1;
            while (at + run < end && hex[at + run] == hex[at] && run < LONGEST) {
                run++;
            }
            run(text, run, hex[at]);
            at += run;
        }
        if (end < to) {
            text.octets(',');
        }
    }

    private static void run(CommandBytes text, int length, int digit) {
        if (length < SHORTEST) {
            for (int i = 0; i < length; i++) {
                text.octets(digit);
            }
            return;
        }
        if (length >= 20) {
            text.octets('f' + length / 20);
        }
        if (length % 20 > 0) {
            text.octets('F' + length % 20);
        }
        text.octets(digit);
    }

    private byte[] deflated() {
        Deflater deflater = new Deflater(DEFLATE_LEVEL);
        try {
            deflater.setInput(dots);
            deflater.finish();
            byte[] packed = new byte[dots.length + dots.length / 1000 + 64];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            byte[] base64 = Base64.getEncoder().encode(Arrays.copyOf(packed, length));
            String sum = ":%04X".formatted(crc16(base64));
            return new CommandBytes().text(":Z64:").raw(base64).text(sum).toBytes();
        } finally {
            deflater.end();
        }
    }

    /** CRC-16/XMODEM: polynomial 0x1021, begun with 0, over the text. */
    static int crc16(byte[] text) {
        int crc = 0;
        for (byte octet : text) {
            crc ^= (octet & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
        }
        return crc & 0xffff;
    }
}
