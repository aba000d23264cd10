package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

/** Pictures as EPL2. */
final class EplEncoder implements LabelEncoder {
    private static final int GAP_ROWS = 4;

    @Override
    public byte[] encode(Bitmap label, LabelSetup setup) {
        CommandBytes epl = new CommandBytes();
        epl.text("\nN\nq" + setup.media().widthDots(setup.dpi()) + "\n");
        for (InkBox box : InkBox.bands(label, GAP_ROWS, label.height())) {
            epl.text("GW" + box.left() + "," + box.top() + "," + box.octets() + "," + box.rows());
            epl.text(",").raw(box.inverted(label)).text("\n");
        }
        return epl.text("P" + setup.copies() + "\n").toBytes();
    }
}
