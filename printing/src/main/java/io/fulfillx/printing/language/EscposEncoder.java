package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

/** Pictures as ESC/POS. */
final class EscposEncoder implements LabelEncoder {
    private static final int MAX_ROWS = 255;
    private static final int GAP_ROWS = 4;

    @Override
    public byte[] encode(Bitmap label, LabelSetup setup) {
        CommandBytes bytes = new CommandBytes();
        for (int copy = 0; copy < setup.copies(); copy++) {
            once(bytes, label);
        }
        return bytes.toBytes();
    }

    private static void once(CommandBytes bytes, Bitmap label) {
        bytes.octets(0x1B, '@');
        int at = 0;
        for (InkBox box : InkBox.bands(label, GAP_ROWS, MAX_ROWS)) {
            feed(bytes, box.top() - at);
            int octets = box.octet() + box.octets();
            bytes.octets(0x1D, 'v', '0', 0, octets & 0xff, octets >> 8, box.rows(), 0);
            bytes.raw(new InkBox(0, box.top(), octets, box.rows()).dots(label));
            at = box.top() + box.rows();
        }
        feed(bytes, label.height() - at);
        bytes.octets(0x1D, 'V', 'B', 0);
    }

    private static void feed(CommandBytes bytes, int rows) {
        for (int left = rows; left > 0; left -= MAX_ROWS) {
            bytes.octets(0x1B, 'J', Math.min(left, MAX_ROWS));
        }
    }
}
