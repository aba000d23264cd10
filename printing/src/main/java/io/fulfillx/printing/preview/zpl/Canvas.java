package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import java.util.Arrays;

/** Dots to draw on, eight at a time. Everything is cut to its size. */
final class Canvas {
    private final int width;
    private final int height;
    private final int bytesPerRow;
    private final byte[] rows;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.bytesPerRow = (width + 7) / 8;
        this.rows = new byte[bytesPerRow * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void clear() {
        Arrays.fill(rows, (byte) 0);
    }

    /** Draws the black dots of a picture. */
    void stamp(Bitmap picture, int left, int top, Ink ink) {
        int shift = Math.floorMod(left, 8);
        int first = Math.floorDiv(left, 8);
        int from = Math.max(0, -top);
        int to = (int) Math.min(picture.height(), (long) height - top);
        for (int y = from; y < to; y++) {
            int base = (top + y) * bytesPerRow;
            for (int i = 0; i < picture.bytesPerRow(); i++) {
                int octet = picture.octet(i, y);
                if (octet != 0) {
                    put(base, first + i, octet >> shift, ink);
                    put(base, first + i + 1, octet << (8 - shift) & 0xff, ink);
                }
            }
        }
    }

    /** Draws all dots of a picture of the same size. */
    void stamp(Canvas layer, Ink ink) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) ink.on(rows[i], layer.rows[i]);
        }
    }

    /** Draws a filled rectangle. */
    void fill(int left, int top, int across, int down, Ink ink) {
        int from = Math.max(0, left);
        int to = (int) Math.min(width, (long) left + across);
        int last = (int) Math.min(height, (long) top + down);
        if (from >= to) {
            return;
        }
        for (int y = Math.max(0, top); y < last; y++) {
            int base = y * bytesPerRow;
            for (int i = from >> 3; i <= to - 1 >> 3; i++) {
                int bits = 0xff;
                if (i == from >> 3) {
                    bits &= 0xff >> (from & 7);
                }
                if (i == to - 1 >> 3) {
                    bits &= 0xff << (7 - (to - 1 & 7));
                }
                put(base, i, bits & 0xff, ink);
            }
        }
    }

    private void put(int base, int index, int bits, Ink ink) {
        if (bits != 0 && index >= 0 && index < bytesPerRow) {
            rows[base + index] = (byte) ink.on(rows[base + index], bits);
        }
    }

    Bitmap bitmap() {
        return Bitmap.of(width, height, rows);
    }
}
