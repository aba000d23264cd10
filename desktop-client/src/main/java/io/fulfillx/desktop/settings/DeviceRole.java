package io.fulfillx.desktop.settings;

/** What a device at the bench is for. */
public enum DeviceRole {
    SCANNER,
    SCALE
}
