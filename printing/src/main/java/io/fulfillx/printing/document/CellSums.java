package io.fulfillx.printing.document;

/** Sums over rectangles of cells, each in constant time. */
final class CellSums {
    private final long[] sums;
    private final int width;
    private final int height;

    CellSums(long[] cells, int width, int height) {
        this.width = width;
        this.height = height;
        this.sums = new long[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                row += cells[y * width + x];
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
    }

    /** The sum of the cells at most so far away in both directions. */
    long around(int x, int y, int reach) {
        int left = Math.max(0, x - reach);
        int top = Math.max(0, y - reach);
        int right = Math.min(width, x + reach + 1);
        int bottom = Math.min(height, y + reach + 1);
        return sums[bottom * (width + 1) + right]
                - sums[top * (width + 1) + right]
                - sums[bottom * (width + 1) + left]
                + sums[top * (width + 1) + left];
    }

    /** How many cells that are. */
    int cells(int x, int y, int reach) {
        int across = Math.min(width, x + reach + 1) - Math.max(0, x - reach);
        int down = Math.min(height, y + reach + 1) - Math.max(0, y - reach);
        return across * down;
    }
}
