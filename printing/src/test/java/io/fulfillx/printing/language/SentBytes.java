package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a printer was sent, from the front. */
final class SentBytes {
    private final byte[] bytes;
    private int at;

    SentBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isEmpty() {
        return at >= bytes.length;
    }

    /** Text up to a mark, which is passed too. */
    String upTo(String mark) {
        String rest = new String(bytes, at, bytes.length - at, StandardCharsets.ISO_8859_1);
        int end = rest.indexOf(mark);
        if (end < 0) {
            throw new IllegalStateException("no " + mark.strip() + " in " + rest.strip());
        }
        at += end + mark.length();
        return rest.substring(0, end);
    }

    int numberUpTo(String mark) {
        return Integer.parseInt(upTo(mark));
    }

    boolean startsWith(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return at + wanted.length <= bytes.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    byte[] take(int count) {
        byte[] part = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return part;
    }

    int octet() {
        return bytes[at++] & 0xff;
    }

    /** Puts rows, 1 is black, into a picture. */
    static void draw(Bitmap page, int left, int top, int octets, byte[] rows) {
        for (int i = 0; i < rows.length * 8; i++) {
            if ((rows[i / 8] & 0x80 >> i % 8) != 0) {
                page.set(left + i % (octets * 8), top + i / (octets * 8), true);
            }
        }
    }

    static byte[] inverted(byte[] rows) {
        byte[] result = rows.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) ~result[i];
        }
        return result;
    }

    /** Puts a PCX file of one bit a dot, 0 is black, into a picture. */
    static void drawPcx(Bitmap page, int left, int top, byte[] file) {
        int width = word(file, 8) - word(file, 4) + 1;
        int height = word(file, 10) - word(file, 6) + 1;
        int octets = word(file, 66);
        byte[] rows = new byte[octets * height];
        int from = 128;
        int to = 0;
        while (to < rows.length) {
            int octet = file[from++] & 0xff;
            int run = 1;
            if (octet >= 0xC0) {
                run = octet & 0x3f;
                octet = file[from++] & 0xff;
            }
            Arrays.fill(rows, to, to + run, (byte) octet);
            to += run;
        }
        if (from != file.length) {
            throw new IllegalStateException("more data than rows");
        }
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            if ((rows[i / width * octets + x / 8] & 0x80 >> x % 8) == 0) {
                page.set(left + x, top + i / width, true);
            }
        }
    }

    private static int word(byte[] file, int at) {
        return (file[at] & 0xff) + 256 * (file[at + 1] & 0xff);
    }
}
