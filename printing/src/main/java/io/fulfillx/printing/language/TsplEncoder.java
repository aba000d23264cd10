package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

import java.util.Locale;

/**
 * Pictures as TSPL: the black parts of the label, or one PCX file in the printer's memory,
 * whichever is shorter.
 */
final class TsplEncoder implements LabelEncoder {
    private static final String NAME = "\"FXLABEL.PCX\"";

    @Override
    public byte[] encode(Bitmap label, LabelSetup setup) {
        CommandBytes drawn = new CommandBytes();
        parts(drawn, label, 0, 0);
        byte[] parts = drawn.toBytes();
        byte[] file = setup.form() == RasterForm.HEX ? parts : file(label, setup);
        boolean raw =
                setup.form() == RasterForm.HEX
                        || setup.form() == RasterForm.AUTO && isBetter(parts, file);
        CommandBytes tspl = new CommandBytes().text(start(setup));
        tspl.raw(raw ? parts : file).text(end(setup));
        return (raw ? tspl : tspl.text("KILL " + NAME + "\r\n")).toBytes();
    }

    /**
     * A picture must not look like a command that the printer obeys at once, if it can be helped.
     */
    private static boolean isBetter(byte[] parts, byte[] file) {
        boolean safe = !hasImmediate(parts);
        boolean otherSafe = !hasImmediate(file);
        return safe == otherSafe ? parts.length <= file.length : safe;
    }

    private static boolean hasImmediate(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '!') {
                return true;
            }
        }
        return false;
    }

    /** A picture somewhere on a label. */
    static void parts(CommandBytes tspl, Bitmap label, int x, int y) {
        for (InkBox box : InkParts.of(label, Integer.MAX_VALUE)) {
            tspl.text(
                    "BITMAP "
                            + (x + box.left())
                            + ","
                            + (y + box.top())
                            + ","
                            + box.octets()
                            + ",");
            tspl.text(box.rows() + ",0,").raw(box.inverted(label)).text("\r\n");
        }
    }

    private static byte[] file(Bitmap label, LabelSetup setup) {
        CommandBytes tspl = new CommandBytes();
        for (InkBox box : InkBox.around(label).stream().toList()) {
            byte[] file = Pcx.file(box.inverted(label), box.octets(), setup.dpi().nominal());
            tspl.text("DOWNLOAD " + NAME + "," + file.length + ",").raw(file);
            tspl.text("\r\nPUTPCX " + box.left() + "," + box.top() + "," + NAME + "\r\n");
        }
        return tspl.toBytes();
    }

    /** A cleared buffer of the media's size, drawn from the edge that leaves first. */
    static String start(LabelSetup setup) {
        String speed =
                setup.speedInchesPerSecond() < 1
                        ? ""
                        : "SPEED " + setup.speedInchesPerSecond() + "\r\n";
        String darkness =
                setup.darkness() < 0 ? "" : "DENSITY " + setup.darkness() * 15 / 100 + "\r\n";
        return "SIZE "
                + millimeters(setup.media().widthMicrometers())
                + ","
                + millimeters(setup.media().heightMicrometers())
                + "\r\nGAP 3 mm,0 mm\r\nDIRECTION 0\r\nREFERENCE 0,0\r\n"
                + speed
                + darkness
                + "CLS\r\n";
    }

    static String end(LabelSetup setup) {
        return "PRINT 1," + setup.copies() + "\r\n";
    }

    private static String millimeters(int micrometers) {
        return String.format(Locale.ROOT, "%.1f mm", micrometers / 1000.0);
    }
}
