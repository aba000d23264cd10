package io.fulfillx.printing.preview;

import io.fulfillx.printing.language.LabelLanguage;

/**
 * Reads a stream of bytes as the firmware of one language does: by lines and by counted blocks, so
 * that a missing byte eats what follows. What it finds goes to a {@link PrinterBody}. Whatever the
 * bytes, it never throws. Not for several threads.
 */
public interface LabelInterpreter {
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
    static LabelInterpreter of(LabelLanguage language, PreviewSettings canvas, PrinterBody body) {
        return switch (language) {
            case ZPL -> new ZplInterpreter(canvas, body);
            case EPL -> new EplInterpreter(canvas, body);
            case TSPL -> new TsplInterpreter(canvas, body);
            case CPCL -> new CpclInterpreter(canvas, body);
            case ESCPOS -> new EscposInterpreter(canvas, body);
        };
    }
}
