package io.fulfillx.scanner;

/** Whether a source can deliver scans. */
public enum SourceState {
    CONNECTED,
    /** Not found, unplugged or in use by another program; the source keeps looking for it. */
    MISSING,
    CLOSED
}
