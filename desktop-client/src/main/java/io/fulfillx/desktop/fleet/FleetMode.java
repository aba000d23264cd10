package io.fulfillx.desktop.fleet;

/** What the screen of the stations is about now. */
public enum FleetMode {
    /** Wants the badge or the PIN. */
    LOCKED,
    LIST,
    /** Words for the bar of one station. */
    MESSAGE,
    /** Asks once more before a station is taken out. */
    REVOKE,
    /** The name of a new station. */
    NAME,
    /** A one-time code as bars. */
    CODE
}
