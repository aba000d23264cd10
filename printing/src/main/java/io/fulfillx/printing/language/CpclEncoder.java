package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

import java.util.HexFormat;

/** Pictures as CPCL: the black bands of the label, in binary unless hexadecimal is wanted. */
final class CpclEncoder implements LabelEncoder {
    /** No band is longer, so that one cut off on its way can be filled up. */
    static final int MAX_BAND_BYTES = 4096;

    /** Fewer white rows cost less than a command. */
    private static final int GAP_ROWS = 2;

    @Override
    public byte[] encode(Bitmap label, LabelSetup setup) {
        CommandBytes cpcl = new CommandBytes().text(start(setup));
        bands(cpcl, label, 0, 0, setup.form());
        return cpcl.text(end()).toBytes();
    }

    /** A picture somewhere on a label. */
    static void bands(CommandBytes cpcl, Bitmap label, int x, int y, RasterForm form) {
        int maxRows = Math.max(1, MAX_BAND_BYTES / label.bytesPerRow());
        for (InkBox box : InkBox.bands(label, GAP_ROWS, maxRows)) {
            boolean hex = form == RasterForm.HEX;
            cpcl.text(hex ? "EG " : "CG ").text(box.octets() + " " + box.rows() + " ");
            cpcl.text((x + box.left()) + " " + (y + box.top()) + " ");
            byte[] dots = box.dots(label);
            if (hex) {
                cpcl.text(HexFormat.of().withUpperCase().formatHex(dots));
            } else {
                cpcl.raw(dots);
            }
            cpcl.text("\r\n");
        }
    }

    /** The session line with the copies, and the page. */
    static String start(LabelSetup setup) {
        int dpi = setup.dpi().nominal();
        String speed =
                setup.speedInchesPerSecond() < 1
                        ? ""
                        : "SPEED " + Math.min(5, setup.speedInchesPerSecond()) + "\r\n";
        String darkness =
                setup.darkness() < 0 ? "" : "CONTRAST " + setup.darkness() * 3 / 100 + "\r\n";
        return "! 0 "
                + dpi
                + " "
                + dpi
                + " "
                + setup.media().heightDots(setup.dpi())
                + " "
                + setup.copies()
                + "\r\nPAGE-WIDTH "
                + setup.media().widthDots(setup.dpi())
                + "\r\n"
                + speed
                + darkness;
    }

    static String end() {
        return "FORM\r\nPRINT\r\n";
    }
}
