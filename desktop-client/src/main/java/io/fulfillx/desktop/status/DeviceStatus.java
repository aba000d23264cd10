package io.fulfillx.desktop.status;

/**
 * One printer or scanner.
 *
 * @param state the driver's own word in lower case with hyphens, such as {@code paper-out}
 * @param working whether work can go on with it
 */
public record DeviceStatus(String name, String state, boolean working) {}
