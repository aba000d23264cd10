package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.Media;

/**
 * What a label looks like from afar.
 *
 * @param shorter the media's shorter side in cells
 * @param longer its longer side in cells
 */
record LabelShape(double shorter, double longer) {
    /** Share of an outline that makes it a frame; the rest may be broken by a logo or a corner. */
    static final double FRAMED = 0.85;

    /** Times the media that a label made of parts may take. */
    static final double WHOLE = 1.02;

    private static final double FRAME_BONUS = 1.4;

    /** Sizes between these factors of the media are as good as the media's own. */
    private static final double SMALL = 0.75;

    private static final double LARGE = 1.15;

    /** Beyond these nothing is a label any more. */
    private static final double SMALLEST = 0.4;

    private static final double LARGEST = 2.2;

    static LabelShape of(Media media, double cellsPerInch) {
        double width = media.widthMicrometers() / 25_400.0 * cellsPerInch;
        double height = media.heightMicrometers() / 25_400.0 * cellsPerInch;
        return new LabelShape(Math.min(width, height), Math.max(width, height));
    }

    /** How many times the media would have to grow to hold it, in the better orientation. */
    double size(Box box) {
        return Math.max(small(box) / shorter, large(box) / longer);
    }

    /** How much of a media so grown it fills in its weaker direction: 1 is the same shape. */
    double likeness(Box box) {
        return Math.min(small(box) / shorter, large(box) / longer) / size(box);
    }

    private static double small(Box box) {
        return Math.min(box.width(), box.height());
    }

    private static double large(Box box) {
        return Math.max(box.width(), box.height());
    }

    boolean likely(Box box) {
        return size(box) >= SMALLEST && size(box) <= LARGEST && likeness(box) >= 0.4;
    }

    /** Too small for a label of its own. */
    boolean part(Box box) {
        return size(box) < SMALL;
    }

    /** As large as the media and of its shape. */
    boolean whole(Box box) {
        return size(box) >= SMALL && size(box) <= WHOLE && likeness(box) >= SMALL;
    }

    /** 0 to 1, a little more with a frame. */
    double quality(Box box, double framed) {
        double size = size(box);
        double off = Math.max(0, Math.max(Math.log(size / LARGE), Math.log(SMALL / size)));
        double quality = Math.sqrt(likeness(box)) / (1 + 2 * off);
        return framed >= FRAMED ? quality * FRAME_BONUS : quality;
    }
}
