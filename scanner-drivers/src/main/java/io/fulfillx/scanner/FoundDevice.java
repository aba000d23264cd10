package io.fulfillx.scanner;

import java.net.URI;

/**
 * A device that was found plugged in.
 *
 * @param kind such as "serial port" or "HID scanner"
 * @param address to be used for it, whatever its file is named next time
 * @param file its name now, such as {@code /dev/ttyACM0}
 * @param place where it is plugged in, such as {@code port:1-2:1.0}
 * @param product what it calls itself; may be empty
 */
public record FoundDevice(String kind, URI address, String file, String place, String product) {
    /** The scheme of what types into the window in front and cannot be opened. */
    public static final String KEYBOARD = "keyboard";

    /** Whether a driver can open it; a scanner that plays keyboard needs none. */
    public boolean isOpenable() {
        return !KEYBOARD.equals(address.getScheme());
    }
}
