package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

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
        for (int y = 0; y < area.height(); y++) {
            for (int x = 0; x < area.width(); x++) {
                if (picture.get(area.x() + x, area.y() + y)) {
                    dots.dark[y * area.width() + x] = 1;
                }
            }
        }
        return dots;
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
