package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

import java.util.HexFormat;

/** Pictures as CPCL: the black parts of the label, in binary unless hexadecimal is wanted. */
final class CpclEncoder implements LabelEncoder {
    /** No part is longer, so that one cut off on its way can be filled up. */
    static final int MAX_PART_BYTES = 4096;

    @Override
    public byte[] encode(Bitmap label, LabelSetup setup) {
        CommandBytes cpcl = new CommandBytes().text(start(setup));
        parts(cpcl, label, 0, 0, setup.form());
        return cpcl.text(end()).toBytes();
    }

    /** A picture somewhere on a label. */
    static void parts(CommandBytes cpcl, Bitmap label, int x, int y, RasterForm form) {
        for (InkBox box : InkParts.of(label, MAX_PART_BYTES)) {
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
