package io.fulfillx.printing.preview;

import io.fulfillx.printing.language.LabelLanguage;

/**
 * Reads a stream of bytes as the firmware of one language does: by lines and by counted blocks, so
 * that a missing byte eats what follows. What it finds goes to a {@link PrinterBody}. Whatever the
 * bytes, it never throws. Not for several threads.
 */
public interface Firmware {
    void receive(byte next);

    /** Whether a label has begun to arrive and is not complete. */
    boolean receiving();

    /** Throws away the unfinished label. */
    void cancel();

    /** The host has gone: a counted block will not be completed by the next one. */
    void hangUp();

    /** Forgets everything, stored graphics too, as in a power cut. */
    void reset();

    /** One that reads this language; the canvas counts until the stream sets its own. */
    static Firmware of(LabelLanguage language, PreviewSettings canvas, PrinterBody body) {
        return switch (language) {
            case ZPL -> new ZplFirmware(canvas, body);
            case EPL -> new EplFirmware(canvas, body);
            case TSPL -> new TsplFirmware(canvas, body);
            case CPCL -> new CpclFirmware(canvas, body);
            case ESCPOS -> new EscposFirmware(canvas, body);
        };
    }
}
