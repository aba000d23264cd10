package io.fulfillx.desktop.fleet;

/** What the buttons and fields of the screen do. On the FX thread. */
interface FleetActions {
    /** A key of the pad, or of a keyboard. */
    void pressed(String key);

    /** What is being written is done. */
    void submit();
}
