package io.fulfillx.printing.document;

/** A part of a page or grid; the right and bottom edges lie outside. */
record Box(int left, int top, int right, int bottom) {
    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    long area() {
        return (long) width() * height();
    }

    boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** The smallest that holds both. */
    Box with(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** Larger by a factor, cut to a picture. */
    Box times(int factor, int width, int height) {
        return new Box(
                left * factor,
                top * factor,
                Math.min(width, right * factor),
                Math.min(height, bottom * factor));
    }
}
