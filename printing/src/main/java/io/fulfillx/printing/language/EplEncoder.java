package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

/**
 * Pictures as EPL2: the black parts of the label, or one stored PCX file, whichever is shorter. The
 * file is deleted twice, as the language wants it.
 */
final class EplEncoder implements LabelEncoder {
    private static final String NAME = "\"FXLABEL\"";
    private static final String DELETE = "GK" + NAME + "\nGK" + NAME + "\n";

    private static final int GAP_MICROMETERS = 3000;

    @Override
    public byte[] encode(Bitmap label, LabelSetup setup) {
        CommandBytes drawn = new CommandBytes();
        parts(drawn, label, 0, 0);
        byte[] parts = drawn.toBytes();
        byte[] stored = setup.form() == RasterForm.HEX ? parts : stored(label, setup);
        boolean raw =
                setup.form() == RasterForm.HEX
                        || setup.form() == RasterForm.AUTO && parts.length <= stored.length;
        CommandBytes epl = new CommandBytes().text(raw ? "\n" : "\n" + DELETE);
        epl.text(start(setup)).raw(raw ? parts : stored);
        epl.text(end(setup));
        return epl.toBytes();
    }

    /** A picture somewhere on a label. */
    static void parts(CommandBytes epl, Bitmap label, int x, int y) {
        for (InkBox box : InkParts.of(label, Integer.MAX_VALUE)) {
            epl.text(
                    "GW"
                            + (x + box.left())
                            + ","
                            + (y + box.top())
                            + ","
                            + box.octets()
                            + ","
                            + box.rows());
            epl.text(",").raw(box.inverted(label)).text("\n");
        }
    }

    private static byte[] stored(Bitmap label, LabelSetup setup) {
        CommandBytes epl = new CommandBytes();
        for (InkBox box : InkBox.around(label).stream().toList()) {
            byte[] file = Pcx.file(box.inverted(label), box.octets(), setup.dpi().nominal());
            epl.text("GM" + NAME + file.length + "\n").raw(file);
            epl.text("\nGG" + box.left() + "," + box.top() + "," + NAME + "\n");
        }
        return epl.toBytes();
    }

    /** A cleared buffer of the media's size, drawn from the top. */
    static String start(LabelSetup setup) {
        String speed =
                setup.speedInchesPerSecond() < 1
                        ? ""
                        : "S" + Math.min(6, setup.speedInchesPerSecond()) + "\n";
        String darkness = setup.darkness() < 0 ? "" : "D" + setup.darkness() * 15 / 100 + "\n";
        return "N\nZT\nR0,0\nq"
                + setup.media().widthDots(setup.dpi())
                + "\nQ"
                + setup.media().heightDots(setup.dpi())
                + ","
                + setup.dpi().dots(GAP_MICROMETERS)
                + "\n"
                + speed
                + darkness;
    }

    static String end(LabelSetup setup) {
        return "P" + setup.copies() + "\n";
    }
}
