package io.fulfillx.desktop.labels;

/** What became of one label of a wave. */
public enum LabelState {
    WAITING,
    PRINTING,
    PRINTED,
    /** Out, and it is not the first sheet. */
    REPRINTED,
    NOT_PRINTED,
    /** Only a person can tell: scan it, or say that it is not there. */
    UNKNOWN
}
