package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

/** Pictures as CPCL. */
final class CpclEncoder implements LabelEncoder {
    private static final int GAP_ROWS = 4;

    @Override
    public byte[] encode(Bitmap label, LabelSetup setup) {
        int dpi = setup.dpi().nominal();
        int height = setup.media().heightDots(setup.dpi());
        CommandBytes cpcl = new CommandBytes();
        cpcl.text("! 0 " + dpi + " " + dpi + " " + height + " " + setup.copies() + "\r\n");
        cpcl.text("PAGE-WIDTH " + setup.media().widthDots(setup.dpi()) + "\r\n");
        for (InkBox box : InkBox.bands(label, GAP_ROWS, label.height())) {
            cpcl.text("CG " + box.octets() + " " + box.rows() + " ");
            cpcl.text(box.left() + " " + box.top() + " ").raw(box.dots(label)).text("\r\n");
        }
        return cpcl.text("FORM\r\nPRINT\r\n").toBytes();
    }
}
