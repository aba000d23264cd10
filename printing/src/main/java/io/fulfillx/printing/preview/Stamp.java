package io.fulfillx.printing.preview;

import io.fulfillx.printing.raster.Bitmap;

import java.util.Arrays;

/**
 * A picture that came as rows of whole bytes.
 *
 * @param octets 1 is black
 */
record Stamp(int bytesPerRow, int rows, byte[] octets) {
    /** How a picture meets what is already on the paper. */
    enum Mode {
        OVERWRITE,
        OR,
        XOR
    }

    /** For languages in which 0 is black. */
    static Stamp inverted(int bytesPerRow, int rows, byte[] data) {
        byte[] octets = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            octets[i] = (byte) ~data[i];
        }
        return new Stamp(bytesPerRow, rows, octets);
    }

    /** Ink for this picture with its upper left corner there, each dot so many dots large. */
    Page.Ink ink(int left, int top, Mode mode, int wide, int high) {
        return paper -> {
            for (int y = 0; y < rows; y++) {
                for (int index = 0; index < bytesPerRow; index++) {
                    int at = y * bytesPerRow + index;
                    int octet = at < octets.length ? octets[at] & 0xff : 0;
                    if (octet != 0 || mode == Mode.OVERWRITE) {
                        octet(
                                paper,
                                octet,
                                left + index * 8 * wide,
                                top + y * high,
                                mode,
                                wide,
                                high);
                    }
                }
            }
        };
    }

    Page.Ink ink(int left, int top, Mode mode) {
        return ink(left, top, mode, 1, 1);
    }

    /** Ink for this picture turned clockwise by so many quarters. */
    Page.Ink turned(int quarters, int left, int top) {
        return paper -> {
            if (bytesPerRow == 0 || rows == 0) {
                return;
            }
            Bitmap whole =
                    Bitmap.of(bytesPerRow * 8, rows, Arrays.copyOf(octets, bytesPerRow * rows));
            Bitmap turned = whole.turned(quarters);
            new Stamp(turned.bytesPerRow(), turned.height(), turned.rows())
                    .ink(left, top, Mode.OR)
                    .put(paper);
        };
    }

    private static void octet(
            Bitmap paper, int octet, int left, int top, Mode mode, int wide, int high) {
        for (int bit = 0; bit < 8; bit++) {
            boolean black = (octet & 0x80 >> bit) != 0;
            if (!black && mode != Mode.OVERWRITE) {
                continue;
            }
            for (int down = 0; down < high; down++) {
                for (int across = 0; across < wide; across++) {
                    int x = left + bit * wide + across;
                    int y = top + down;
                    paper.set(x, y, mode == Mode.XOR ? !paper.get(x, y) : black);
                }
            }
        }
    }
}
