package io.fulfillx.printing.language;

/** What a printer says by itself, in the order in which it happens. */
public enum LabelWord {
    /** One more label is out; it does not say which. */
    OUT,
    /** Something stops it, perhaps in the middle of a label. */
    STOPPED
}
