package io.fulfillx.printing.language;

/** Judges documents that others wrote in a printer's language. Pure. */
public interface LabelGuard {
    /** Whether the bytes do nothing but draw labels, so that they may be sent as they are. */
    GuardVerdict inspect(byte[] document);
}
