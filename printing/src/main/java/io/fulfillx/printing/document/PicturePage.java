package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.AreaScaler;
import io.fulfillx.printing.raster.GrayImage;

/**
 * A picture as a page.
 *
 * @param unitsPerInch as the picture says, 0 when it does not
 */
record PicturePage(GrayImage survey, double unitsPerInch) implements PageSource {
    private static final int FINER = 3;

    @Override
    public int finer(double scale) {
        return scale == 1 ? 1 : FINER;
    }

    @Override
    public GrayImage draw(double left, double top, double scale, int width, int height) {
        boolean onGrid = left == Math.rint(left) && top == Math.rint(top);
        return scale == 1 && onGrid
                ? survey.crop((int) left, (int) top, width, height)
                : AreaScaler.scale(survey, left, top, scale, width, height);
    }
}
