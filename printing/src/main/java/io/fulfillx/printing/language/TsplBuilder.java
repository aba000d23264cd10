package io.fulfillx.printing.language;

import io.fulfillx.printing.language.FixedFont.Sized;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.symbol.Symbology;

import java.util.List;

/** Labels of our own in TSPL. */
final class TsplBuilder implements LabelBuilder {
    private static final List<FixedFont> FONTS =
            List.of(
                    new FixedFont("1", 12),
                    new FixedFont("2", 20),
                    new FixedFont("3", 24),
                    new FixedFont("4", 32),
                    new FixedFont("5", 48));
    private static final int MAX_TIMES = 10;

    private final LabelSetup setup;
    private final CommandBytes tspl = new CommandBytes();

    TsplBuilder(LabelSetup setup) {
        this.setup = setup;
        tspl.text(TsplEncoder.start(setup));
    }

    @Override
    public TsplBuilder text(int x, int y, int height, String text) {
        if (!isPlain(text)) {
            return picture(x, y, DrawnText.of(text, height));
        }
        Sized sized = FixedFont.nearest(FONTS, MAX_TIMES, height);
        String times = sized.times() + "," + sized.times();
        tspl.text("TEXT " + x + "," + y + ",\"" + sized.font().name() + "\",0," + times);
        tspl.text(",\"" + text + "\"\r\n");
        return this;
    }

    /** Printers disagree on how a quotation mark is told, so text with one is drawn. */
    private static boolean isPlain(String text) {
        return FixedFont.has(text) && !text.contains("\"") && !text.contains("\\");
    }

    @Override
    public TsplBuilder line(int x, int y, int width, int height) {
        tspl.text("BAR " + x + "," + y + "," + width + "," + height + "\r\n");
        return this;
    }

    @Override
    public TsplBuilder barcode(int x, int y, Barcode code) {
        boolean plain = isPlain(code.payload());
        if (plain && code.isPlainCode128()) {
            String module = code.moduleDots() + "," + code.moduleDots();
            tspl.text("BARCODE " + x + "," + y + ",\"128\"," + code.heightDots() + ",0,0,");
            tspl.text(module + ",\"" + code.payload() + "\"\r\n");
            return this;
        }
        if (plain && code.kind() == Symbology.QR_CODE) {
            tspl.text("QRCODE " + x + "," + y + ",Q," + code.moduleDots() + ",A,0,\"");
            tspl.text(code.payload() + "\"\r\n");
            return this;
        }
        return picture(x, y, DrawnBarcode.of(code));
    }

    @Override
    public TsplBuilder picture(int x, int y, Bitmap picture) {
        TsplEncoder.parts(tspl, picture, x, y);
        return this;
    }

    @Override
    public byte[] bytes() {
        return new CommandBytes().raw(tspl.toBytes()).text(TsplEncoder.end(setup)).toBytes();
    }
}
