package io.fulfillx.printing.virtual;

/** Receives labels as they come out. The printer counts a label only after this returns. */
public interface LabelSink {
    void label(PrintedLabel label);
}
