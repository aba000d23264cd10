package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

/**
 * Labels of our own that are drawn as a whole and encoded, for languages that cannot put text and
 * frames anywhere on a page.
 */
final class DrawnBuilder implements LabelBuilder {
    private final LabelEncoder encoder;
    private final LabelSetup setup;
    private final Bitmap page;

    DrawnBuilder(LabelEncoder encoder, LabelSetup setup) {
        this.encoder = encoder;
        this.setup = setup;
        this.page =
                new Bitmap(
                        setup.media().widthDots(setup.dpi()),
                        setup.media().heightDots(setup.dpi()));
    }

    @Override
    public DrawnBuilder text(int x, int y, int height, String text) {
        return picture(x, y, DrawnText.of(text, height));
    }

    @Override
    public DrawnBuilder line(int x, int y, int width, int height) {
        page.fill(x, y, width, height, true);
        return this;
    }

    @Override
    public DrawnBuilder barcode(int x, int y, Barcode code) {
        return picture(x, y, DrawnBarcode.of(code));
    }

    @Override
    public DrawnBuilder picture(int x, int y, Bitmap picture) {
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                if (picture.get(column, row)) {
                    page.set(x + column, y + row, true);
                }
            }
        }
        return this;
    }

    @Override
    public byte[] bytes() {
        return encoder.encode(page, setup);
    }
}
