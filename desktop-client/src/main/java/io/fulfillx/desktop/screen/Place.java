package io.fulfillx.desktop.screen;

/** Where in the program the operator stands. */
public enum Place {
    SIGN_IN,
    QUEUE,
    PICK,
    PACK,
    LABELS,
    TAKE_OVER,
    TASKS,
    FLEET,
    SETTINGS
}
