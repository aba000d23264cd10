package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

/** Some columns of a picture, eight dots at once; what lies beside them is white. */
final class OctetSpan {
    private final Bitmap picture;
    private final int left;
    private final int right;

    /** The columns from {@code x} on, cut to the picture. */
    OctetSpan(Bitmap picture, int x, int width) {
        this.picture = picture;
        this.left = Math.max(0, x);
        this.right = Math.min(picture.width(), x + width);
    }

    int first() {
        return left >> 3;
    }

    int last() {
        return right - 1 >> 3;
    }

    /** The dots of one byte that lie in the columns. */
    int octet(int index, int y) {
        if (y < 0 || y >= picture.height()) {
            return 0;
        }
        int octet = picture.octet(index, y);
        int before = Math.max(0, left - index * 8);
        int beyond = Math.max(0, index * 8 + 8 - right);
        return octet & 0xff >> before & 0xff << beyond;
    }
}
