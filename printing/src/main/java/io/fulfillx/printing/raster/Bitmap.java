package io.fulfillx.printing.raster;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * A picture of dots as a print head takes it: rows from the top, eight dots a byte, the leftmost in
 * the highest bit, 1 is black, rows padded with white to whole bytes. Not for several threads.
 */
public final class Bitmap {
    private final int width;
    private final int height;
    private final int bytesPerRow;
    private final byte[] rows;

    /** A white one. */
    public Bitmap(int width, int height) {
        this(width, height, new byte[(width + 7) / 8 * height]);
    }

    private Bitmap(int width, int height, byte[] rows) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture has at least one dot");
        }
        this.width = width;
        this.height = height;
        this.bytesPerRow = (width + 7) / 8;
        this.rows = rows;
    }

    /**
     * @param rows as {@link #rows()} gives them
     * @throws IllegalArgumentException when there are too few or too many bytes
     */
    public static Bitmap of(int width, int height, byte[] rows) {
        if (rows.length != (width + 7) / 8 * height) {
            throw new IllegalArgumentException("the rows do not fit the size");
        }
        Bitmap bitmap = new Bitmap(width, height, rows.clone());
        bitmap.whitenPadding();
        return bitmap;
    }

    /** Dark pixels, less than half bright, become black. */
    public static Bitmap of(BufferedImage image) {
        Bitmap bitmap = new Bitmap(image.getWidth(), image.getHeight());
        for (int y = 0; y < bitmap.height; y++) {
            for (int x = 0; x < bitmap.width; x++) {
                int rgb = image.getRGB(x, y);
                int luma = 299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff);
                if (luma < 127_500 && rgb >>> 24 > 127) {
                    bitmap.set(x, y, true);
                }
            }
        }
        return bitmap;
    }

    private void whitenPadding() {
        int padding = bytesPerRow * 8 - width;
        for (int y = 0; padding > 0 && y < height; y++) {
            rows[(y + 1) * bytesPerRow - 1] &= (byte) (0xff << padding);
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int bytesPerRow() {
        return bytesPerRow;
    }

    /** A copy of all rows. */
    public byte[] rows() {
        return rows.clone();
    }

    /** Eight dots from the row, as an unsigned number. */
    public int octet(int index, int y) {
        return rows[y * bytesPerRow + index] & 0xff;
    }

    /** Whether the dot is black; outside it is white. */
    public boolean get(int x, int y) {
        return x >= 0
                && y >= 0
                && x < width
                && y < height
                && (rows[y * bytesPerRow + (x >> 3)] & 0x80 >> (x & 7)) != 0;
    }

    /** Sets a dot; outside nothing happens. */
    public void set(int x, int y, boolean black) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return;
        }
        int at = y * bytesPerRow + (x >> 3);
        int bit = 0x80 >> (x & 7);
        rows[at] = (byte) (black ? rows[at] | bit : rows[at] & ~bit);
    }

    /** Fills a rectangle, cut to the picture. */
    public void fill(int left, int top, int across, int down, boolean black) {
        for (int y = Math.max(0, top); y < Math.min(height, top + down); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + across); x++) {
                set(x, y, black);
            }
        }
    }

    /** A part of it; what lies outside is white. */
    public Bitmap crop(int left, int top, int across, int down) {
        Bitmap part = new Bitmap(across, down);
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                if (get(left + x, top + y)) {
                    part.set(x, y, true);
                }
            }
        }
        return part;
    }

    /** Turned clockwise by so many quarters. */
    public Bitmap turned(int quarters) {
        int turn = Math.floorMod(quarters, 4);
        Bitmap result = turn % 2 == 0 ? new Bitmap(width, height) : new Bitmap(height, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (get(x, y)) {
                    switch (turn) {
                        case 1 -> result.set(height - 1 - y, x, true);
                        case 2 -> result.set(width - 1 - x, height - 1 - y, true);
                        case 3 -> result.set(y, width - 1 - x, true);
                        default -> result.set(x, y, true);
                    }
                }
            }
        }
        return result;
    }

    /** Number of black dots. */
    public int blackDots() {
        int count = 0;
        for (byte octet : rows) {
            count += Integer.bitCount(octet & 0xff);
        }
        return count;
    }

    /** Black and white, one bit a pixel. */
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ~rows[i];
        }
        return image;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bitmap that
                && width == that.width
                && height == that.height
                && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(rows);
    }

    @Override
    public String toString() {
        return "Bitmap[" + width + "x" + height + "]";
    }
}
