package io.fulfillx.printing.raster;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** A picture in shades: a byte a pixel, 0 is black and 255 white, rows from the top. */
public final class GrayImage {
    private static final int WHITE = 255;

    private final int width;
    private final int height;
    private final byte[] pixels;

    /** A white one. */
    public GrayImage(int width, int height) {
        this(width, height, new byte[Math.multiplyExact(width, height)]);
        Arrays.fill(pixels, (byte) WHITE);
    }

    private GrayImage(int width, int height, byte[] pixels) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture has at least one pixel");
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /**
     * Takes the pixels over without a copy.
     *
     * @throws IllegalArgumentException when there are too few or too many
     */
    public static GrayImage wrap(int width, int height, byte[] pixels) {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException("the pixels do not fit the size");
        }
        return new GrayImage(width, height, pixels);
    }

    /** Colors by their brightness as eyes see it; what is transparent lies on white. */
    public static GrayImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY
                && image.getRaster().getDataBuffer() instanceof DataBufferByte bytes
                && bytes.getData().length == width * height) {
            return new GrayImage(width, height, bytes.getData().clone());
        }
        GrayImage gray = new GrayImage(width, height);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                gray.pixels[y * width + x] = (byte) shade(row[x]);
            }
        }
        return gray;
    }

    private static int shade(int color) {
        int red = color >> 16 & 0xff;
        int green = color >> 8 & 0xff;
        int luma = (299 * red + 587 * green + 114 * (color & 0xff) + 500) / 1000;
        int opaque = color >>> 24;
        return (luma * opaque + WHITE * (255 - opaque) + 127) / 255;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The shade; outside it is white. */
    public int get(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? WHITE : pixels[y * width + x] & 0xff;
    }

    /** Sets a shade; outside nothing happens. */
    public void set(int x, int y, int shade) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            pixels[y * width + x] = (byte) shade;
        }
    }

    /** The pixels themselves, for loops that must be fast. */
    byte[] pixels() {
        return pixels;
    }

    /** A part of it; what lies outside is white. */
    public GrayImage crop(int left, int top, int across, int down) {
        GrayImage part = new GrayImage(across, down);
        int from = Math.max(0, -left);
        int to = Math.min(across, width - left);
        for (int y = Math.max(0, -top); y < Math.min(down, height - top) && from < to; y++) {
            int source = (top + y) * width + left + from;
            System.arraycopy(pixels, source, part.pixels, y * across + from, to - from);
        }
        return part;
    }

    /** Makes everything white but the part between these edges. */
    public void whitenOutside(int left, int top, int right, int bottom) {
        int from = Math.clamp(left, 0, width);
        int to = Math.clamp(right, from, width);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            boolean inside = y >= top && y < bottom;
            Arrays.fill(pixels, row, inside ? row + from : row + width, (byte) WHITE);
            Arrays.fill(pixels, inside ? row + to : row + width, row + width, (byte) WHITE);
        }
    }

    /** Turned clockwise by so many quarters. */
    public GrayImage turned(int quarters) {
        int turn = Math.floorMod(quarters, 4);
        if (turn == 0) {
            return this;
        }
        byte[] result = new byte[pixels.length];
        int across = turn % 2 == 0 ? width : height;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at =
                        switch (turn) {
                            case 1 -> x * across + height - 1 - y;
                            case 2 -> (height - 1 - y) * across + width - 1 - x;
                            default -> (width - 1 - x) * across + y;
                        };
                result[at] = pixels[y * width + x];
            }
        }
        return new GrayImage(across, turn % 2 == 0 ? height : width, result);
    }

    /** The same for the drawing library, a byte a pixel. */
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, bytes, 0, pixels.length);
        return image;
    }

    /** Black and white dots as shades. */
    public static GrayImage of(Bitmap bitmap) {
        GrayImage gray = new GrayImage(bitmap.width(), bitmap.height());
        for (int y = 0; y < gray.height; y++) {
            for (int x = 0; x < gray.width; x++) {
                if (bitmap.get(x, y)) {
                    gray.pixels[y * gray.width + x] = 0;
                }
            }
        }
        return gray;
    }

    @Override
    public String toString() {
        return "GrayImage[" + width + "x" + height + "]";
    }
}
