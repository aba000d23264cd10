package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

/**
 * Pictures as ESC/POS: bands of raster graphics, as low as the weakest printer takes them, with
 * paper feed where the label is white. The language has no copies and no label length: each copy is
 * sent again and cut.
 */
final class EscposEncoder implements LabelEncoder {
    private static final int MAX_ROWS = 255;

    /** Fewer white rows cost less than the commands. */
    private static final int GAP_ROWS = 2;

    @Override
    public byte[] encode(Bitmap label, LabelSetup setup) {
        CommandBytes bytes = new CommandBytes();
        for (int copy = 0; copy < setup.copies(); copy++) {
            once(bytes, label, setup);
        }
        return bytes.toBytes();
    }

    private static void once(CommandBytes bytes, Bitmap label, LabelSetup setup) {
        start(bytes, setup);
        int at = 0;
        if (label.blackDots() == 0) {
            // Paper that was only fed counts as no label; a white row makes it one.
            raster(bytes, 1, 1);
            bytes.raw(new byte[1]);
            at = 1;
        }
        for (InkBox box : InkBox.bands(label, GAP_ROWS, MAX_ROWS)) {
            feed(bytes, box.top() - at, setup);
            int octets = box.octet() + box.octets();
            raster(bytes, octets, box.rows());
            bytes.raw(new InkBox(0, box.top(), octets, box.rows()).dots(label));
            at = box.top() + box.rows();
        }
        feed(bytes, label.height() - at, setup);
        cut(bytes);
    }

    /**
     * Defaults, then no real-time pulse or power-off, which a picture may look like, then feeds
     * counted in dots.
     */
    static void start(CommandBytes bytes, LabelSetup setup) {
        bytes.octets(0x1B, '@', 0x1D, '(', 'D', 5, 0, 20, 1, 0, 2, 0);
        int unit = unit(setup);
        bytes.octets(0x1D, 'P', unit, unit);
    }

    /** Feeds are told in steps of an inch divided by at most 255. */
    private static int unit(LabelSetup setup) {
        int dpi = setup.dpi().nominal();
        return dpi > 255 ? dpi / 3 : dpi;
    }

    /** Moves the paper by so many dots; what no step makes up is sent as white rows. */
    static void feed(CommandBytes bytes, int rows, LabelSetup setup) {
        int dotsPerStep = setup.dpi().nominal() / unit(setup);
        for (int steps = rows / dotsPerStep; steps > 0; steps -= 255) {
            bytes.octets(0x1B, 'J', Math.min(steps, 255));
        }
        int rest = rows % dotsPerStep;
        if (rest > 0) {
            raster(bytes, 1, rest);
            bytes.raw(new byte[rest]);
        }
    }

    private static void raster(CommandBytes bytes, int octets, int rows) {
        bytes.octets(0x1D, 'v', '0', 0, octets & 0xff, octets >> 8, rows & 0xff, rows >> 8);
    }

    /** Feeds to the blade and cuts. */
    static void cut(CommandBytes bytes) {
        bytes.octets(0x1D, 'V', 'B', 0);
    }
}
