package io.fulfillx.printing.language;

import io.fulfillx.printing.language.FixedFont.Sized;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;

import java.util.List;

/** Labels of our own in EPL2. */
final class EplBuilder implements LabelBuilder {
    private static final List<FixedFont> FONTS_203 =
            List.of(
                    new FixedFont("1", 12),
                    new FixedFont("2", 16),
                    new FixedFont("3", 20),
                    new FixedFont("4", 24));
    private static final List<FixedFont> FONTS_300 =
            List.of(
                    new FixedFont("1", 20),
                    new FixedFont("2", 28),
                    new FixedFont("3", 36),
                    new FixedFont("4", 44));
    private static final int MAX_TIMES = 6;

    private final LabelSetup setup;
    private final CommandBytes epl = new CommandBytes();

    EplBuilder(LabelSetup setup) {
        this.setup = setup;
        epl.text("\n" + EplEncoder.start(setup));
    }

    @Override
    public EplBuilder text(int x, int y, int height, String text) {
        if (!FixedFont.has(text)) {
            return picture(x, y, DrawnText.of(text, height));
        }
        Sized sized = font(setup.dpi(), height);
        String times = sized.times() + "," + sized.times();
        epl.text("A" + x + "," + y + ",0," + sized.font().name() + "," + times + ",N,");
        epl.text(quoted(text) + "\n");
        return this;
    }

    /** The font for a line of that height; a printer's fonts have more dots at 300 dpi. */
    static Sized font(Dpi dpi, int height) {
        List<FixedFont> fonts = dpi == Dpi.DPI_203 ? FONTS_203 : FONTS_300;
        return FixedFont.nearest(fonts, MAX_TIMES, height);
    }

    /** Text between quotation marks. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public EplBuilder line(int x, int y, int width, int height) {
        epl.text("LO" + x + "," + y + "," + width + "," + height + "\n");
        return this;
    }

    @Override
    public EplBuilder barcode(int x, int y, Barcode code) {
        if (!code.isPlainCode128()) {
            return picture(x, y, DrawnBarcode.of(code));
        }
        String module = code.moduleDots() + "," + code.moduleDots();
        epl.text("B" + x + "," + y + ",0,1," + module + "," + code.heightDots() + ",N,");
        epl.text(quoted(code.payload()) + "\n");
        return this;
    }

    @Override
    public EplBuilder picture(int x, int y, Bitmap picture) {
        EplEncoder.parts(epl, picture, x, y);
        return this;
    }

    @Override
    public byte[] bytes() {
        return new CommandBytes().raw(epl.toBytes()).text(EplEncoder.end(setup)).toBytes();
    }
}
