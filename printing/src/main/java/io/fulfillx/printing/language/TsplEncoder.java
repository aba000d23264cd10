package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

import java.util.Locale;

/** Pictures as TSPL. */
final class TsplEncoder implements LabelEncoder {
    private static final int GAP_ROWS = 4;

    @Override
    public byte[] encode(Bitmap label, LabelSetup setup) {
        CommandBytes tspl = new CommandBytes();
        tspl.text("SIZE " + millimeters(setup.media().widthMicrometers()));
        tspl.text("," + millimeters(setup.media().heightMicrometers()) + "\r\n");
        tspl.text("DIRECTION 0\r\nCLS\r\n");
        for (InkBox box : InkBox.bands(label, GAP_ROWS, label.height())) {
            tspl.text("BITMAP " + box.left() + "," + box.top() + "," + box.octets() + ",");
            tspl.text(box.rows() + ",0,").raw(box.inverted(label)).text("\r\n");
        }
        return tspl.text("PRINT 1," + setup.copies() + "\r\n").toBytes();
    }

    private static String millimeters(int micrometers) {
        return String.format(Locale.ROOT, "%.1f mm", micrometers / 1000.0);
    }
}
