package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

/** Pictures made of whole modules. */
final class Grid {
    private static final long MOST_DOTS = 40_000_000;

    private Grid() {}

    /** Every dot becomes a rectangle of dots. Too big a picture stays as it is. */
    static Bitmap scaled(Bitmap picture, int scaleX, int scaleY) {
        long dots = (long) picture.width() * scaleX * picture.height() * scaleY;
        if (scaleX == 1 && scaleY == 1 || dots > MOST_DOTS) {
            return picture;
        }
        Canvas big = new Canvas(picture.width() * scaleX, picture.height() * scaleY);
        for (int y = 0; y < picture.height(); y++) {
            int from = -1;
            for (int x = 0; x <= picture.width(); x++) {
                boolean black = picture.get(x, y);
                if (black && from < 0) {
                    from = x;
                } else if (!black && from >= 0) {
                    big.fill(from * scaleX, y * scaleY, (x - from) * scaleX, scaleY, Ink.BLACK);
                    from = -1;
                }
            }
        }
        return big.bitmap();
    }

    /**
     * Bars.
     *
     * @param widths in dots: bar, space, bar, …
     */
    static Bitmap bars(int[] widths, int height) {
        int total = 0;
        for (int width : widths) {
            total += width;
        }
        if ((long) total * height > MOST_DOTS) {
            throw new IllegalArgumentException("the symbol is bigger than any label");
        }
        Canvas canvas = new Canvas(Math.max(1, total), Math.max(1, height));
        int x = 0;
        for (int i = 0; i < widths.length; i++) {
            if (i % 2 == 0) {
                canvas.fill(x, 0, widths[i], height, Ink.BLACK);
            }
            x += widths[i];
        }
        return canvas.bitmap();
    }
}
