package io.fulfillx.scanner;

/** Whether a source can deliver scans. */
public enum SourceState {
    CONNECTED,
    /** Not found or unplugged; the source keeps looking for it. */
    MISSING,
    CLOSED
}
