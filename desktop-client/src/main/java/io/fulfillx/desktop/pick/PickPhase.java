package io.fulfillx.desktop.pick;

/** What the picker is asked for. */
public enum PickPhase {
    ASSIGN_TOTES,
    SCAN_ITEM,
    SCAN_TOTE,
    FINISHED
}
