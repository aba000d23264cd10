package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

/**
 * Pictures as ZPL II: one graphic field around everything black, in a format of its own that trusts
 * nothing an earlier format may have left set.
 */
final class ZplEncoder implements LabelEncoder {
    @Override
    public byte[] encode(Bitmap label, LabelSetup setup) {
        CommandBytes zpl = new CommandBytes().text(start(setup));
        InkBox.around(label)
                .ifPresentOrElse(
                        box -> picture(zpl, label, box, 0, 0, setup.form()),
                        // A format without any field would feed no label.
                        () -> zpl.text("^FO0,0^GB1,1,1,W^FS"));
        return zpl.text(end(setup)).toBytes();
    }

    private static void picture(
            CommandBytes zpl, Bitmap label, InkBox box, int x, int y, RasterForm form) {
        int size = box.octets() * box.rows();
        zpl.text("^FO" + (x + box.left()) + "," + (y + box.top()));
        zpl.text("^GFA," + size + "," + size + "," + box.octets() + ",");
        zpl.raw(new ZplPicture(box.dots(label), box.octets()).data(form)).text("^FS");
    }

    /** A picture somewhere on a label. */
    static void picture(CommandBytes zpl, Bitmap picture, int x, int y, RasterForm form) {
        InkBox.around(picture).ifPresent(box -> picture(zpl, picture, box, x, y, form));
    }

    /**
     * Everything before the first field. {@code ^JZY}: the printer itself repeats the label that
     * was under the head when it ran out of media or was opened, so the host must not.
     */
    static String start(LabelSetup setup) {
        String darkness = setup.darkness() < 0 ? "" : "~SD%02d".formatted(darkness(setup));
        String speed = setup.speedInchesPerSecond() < 1 ? "" : "^PR" + speed(setup);
        return darkness
                + "^XA^JZY^MUD^PON^PMN^LRN^LS0^LH0,0^PW"
                + setup.media().widthDots(setup.dpi())
                + "^LL"
                + setup.media().heightDots(setup.dpi())
                + speed;
    }

    /** Everything after the last field. */
    static String end(LabelSetup setup) {
        return "^PQ" + setup.copies() + "^XZ\n";
    }

    private static int darkness(LabelSetup setup) {
        return setup.darkness() * 30 / 100;
    }

    private static int speed(LabelSetup setup) {
        return Math.clamp(setup.speedInchesPerSecond(), 1, 14);
    }
}
