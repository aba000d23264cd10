package io.fulfillx.printing.language;

import io.fulfillx.printing.language.FixedFont.Sized;
import io.fulfillx.printing.raster.Bitmap;

import java.util.List;

/** Labels of our own in CPCL. */
final class CpclBuilder implements LabelBuilder {
    /** The two fonts of one size that every printer of the language has. */
    private static final List<FixedFont> FONTS =
            List.of(new FixedFont("0", 9), new FixedFont("7", 24));

    private static final int MAX_TIMES = 8;

    private final CommandBytes cpcl = new CommandBytes();

    CpclBuilder(LabelSetup setup) {
        cpcl.text(CpclEncoder.start(setup));
    }

    @Override
    public CpclBuilder text(int x, int y, int height, String text) {
        if (!FixedFont.has(text)) {
            return picture(x, y, DrawnText.of(text, height));
        }
        Sized sized = FixedFont.nearest(FONTS, MAX_TIMES, height);
        cpcl.text("SETMAG " + sized.times() + " " + sized.times() + "\r\n");
        cpcl.text("TEXT " + sized.font().name() + " 0 " + x + " " + y + " " + text + "\r\n");
        cpcl.text("SETMAG 0 0\r\n");
        return this;
    }

    @Override
    public CpclBuilder line(int x, int y, int width, int height) {
        // A line is told by two ends and a width to the right or down.
        boolean flat = width >= height;
        int right = flat ? x + width : x;
        int bottom = flat ? y : y + height;
        cpcl.text("LINE " + x + " " + y + " " + right + " " + bottom + " ");
        cpcl.text(Math.min(width, height) + "\r\n");
        return this;
    }

    @Override
    public CpclBuilder barcode(int x, int y, Barcode code) {
        if (!code.isPlainCode128()) {
            return picture(x, y, DrawnBarcode.of(code));
        }
        cpcl.text("BARCODE 128 " + code.moduleDots() + " 1 " + code.heightDots() + " ");
        cpcl.text(x + " " + y + " " + code.payload() + "\r\n");
        return this;
    }

    @Override
    public CpclBuilder picture(int x, int y, Bitmap picture) {
        CpclEncoder.parts(cpcl, picture, x, y, RasterForm.AUTO);
        return this;
    }

    @Override
    public byte[] bytes() {
        return new CommandBytes().raw(cpcl.toBytes()).text(CpclEncoder.end()).toBytes();
    }
}
