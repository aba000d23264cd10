package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.awt.image.BufferedImage;

/** A part of a picture with a byte a dot, for sums over many dots. */
final class Dots {
    private final int width;
    private final int height;
    private final byte[] dark;

    private Dots(int width, int height) {
        this.width = width;
        this.height = height;
        this.dark = new byte[width * height];
    }

    /** What lies outside the picture is white. */
    static Dots of(Bitmap picture, Symbol.Area area) {
        Dots dots = new Dots(area.width(), area.height());
        int from = Math.max(0, -area.x());
        int to = Math.min(area.width(), picture.width() - area.x());
        int bottom = Math.min(area.height(), picture.height() - area.y());
        for (int y = Math.max(0, -area.y()); y < bottom; y++) {
            for (int x = from; x < to; x++) {
                int at = area.x() + x;
                int octet = picture.octet(at >> 3, area.y() + y);
                if (octet == 0) {
                    x += 7 - (at & 7);
                } else {
                    dots.dark[y * dots.width + x] = (byte) (octet >> 7 - (at & 7) & 1);
                }
            }
        }
        return dots;
    }

    /** Dark pixels, less than half bright, are black; what lies outside the page is white. */
    static Dots of(BufferedImage page, Symbol.Area area) {
        Dots dots = new Dots(area.width(), area.height());
        int left = Math.max(0, area.x());
        int across = Math.min(page.getWidth(), area.x() + area.width()) - left;
        boolean gray = page.getType() == BufferedImage.TYPE_BYTE_GRAY;
        int[] row = new int[Math.max(0, across)];
        for (int y = Math.max(0, -area.y()); y < area.height() && across > 0; y++) {
            if (area.y() + y >= page.getHeight()) {
                break;
            }
            if (gray) {
                page.getRaster().getSamples(left, area.y() + y, across, 1, 0, row);
            } else {
                page.getRGB(left, area.y() + y, across, 1, row, 0, across);
            }
            for (int i = 0; i < across; i++) {
                boolean dark = gray ? row[i] < 128 : luma(row[i]) < 127_500;
                dots.dark[y * dots.width + left - area.x() + i] = (byte) (dark ? 1 : 0);
            }
        }
        return dots;
    }

    private static int luma(int rgb) {
        return 299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** 1 is black; outside it is 0. */
    int get(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height ? dark[y * width + x] : 0;
    }

    /**
     * Adds the black dots of a row to sums.
     *
     * @param times sums to a dot
     * @param first the sum where the first dot begins; what lies beyond the sums is left out
     */
    void addRow(int y, int[] sums, int times, int first) {
        int row = y * width;
        for (int x = 0; x < width; x++) {
            if (dark[row + x] != 0) {
                int begin = first + x * times;
                int end = Math.min(sums.length, begin + times);
                for (int i = Math.max(0, begin); i < end; i++) {
                    sums[i]++;
                }
            }
        }
    }

    /** How dark it is at a point between the middles of four dots, 0 to 1. */
    double between(double x, double y) {
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        double right = x - 0.5 - left;
        double below = y - 0.5 - top;
        return (1 - below) * ((1 - right) * get(left, top) + right * get(left + 1, top))
                + below * ((1 - right) * get(left, top + 1) + right * get(left + 1, top + 1));
    }

    /** White dots with black almost all around, as missing dots have, turned black. */
    Dots healed() {
        Dots result = new Dots(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean black = get(x, y) == 1 || neighbors(x, y) >= 6;
                result.dark[y * width + x] = (byte) (black ? 1 : 0);
            }
        }
        return result;
    }

    /** Whether enough dots are missing to be worth healing. */
    boolean worn() {
        int black = 0;
        int holes = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (get(x, y) == 1) {
                    black++;
                } else if (neighbors(x, y) >= 7) {
                    holes++;
                }
            }
        }
        return holes * 200 > black;
    }

    private int neighbors(int x, int y) {
        int black = -get(x, y);
        for (int i = 0; i < 9; i++) {
            black += get(x - 1 + i % 3, y - 1 + i / 3);
        }
        return black;
    }

    /** A quarter clockwise. */
    Dots turned() {
        Dots result = new Dots(/* width= */ height, /* height= */ width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result.dark[x * height + height - 1 - y] = dark[y * width + x];
            }
        }
        return result;
    }
}
