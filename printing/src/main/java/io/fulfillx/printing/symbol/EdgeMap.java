package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

/** Where a picture changes between black and white, counted by cells of 16 by 16 dots. */
final class EdgeMap {
    static final int CELL = 16;

    private final int columns;
    private final int rows;
    private final int[] sideways;
    private final int[] downwards;
    private final int[] black;

    private EdgeMap(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.sideways = new int[columns * rows];
        this.downwards = new int[columns * rows];
        this.black = new int[columns * rows];
    }

    static EdgeMap of(Bitmap picture) {
        EdgeMap map =
                new EdgeMap(
                        (picture.width() + CELL - 1) / CELL, (picture.height() + CELL - 1) / CELL);
        for (int y = 0; y < picture.height(); y++) {
            int before = 0;
            for (int i = 0; i < picture.bytesPerRow(); i++) {
                int octet = picture.octet(i, y);
                int above = y == 0 ? 0 : picture.octet(i, y - 1);
                int cell = y / CELL * map.columns + i / 2;
                map.sideways[cell] += Integer.bitCount(octet ^ (octet >> 1 | before << 7 & 0x80));
                map.downwards[cell] += Integer.bitCount(octet ^ above);
                map.black[cell] += Integer.bitCount(octet);
                before = octet;
            }
        }
        return map;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Changes along rows, from column to column. */
    int sideways(int column, int row) {
        return sideways[row * columns + column];
    }

    /** Changes along columns, from row to row. */
    int downwards(int column, int row) {
        return downwards[row * columns + column];
    }

    /** Black dots of 256. */
    int black(int column, int row) {
        return black[row * columns + column];
    }
}
