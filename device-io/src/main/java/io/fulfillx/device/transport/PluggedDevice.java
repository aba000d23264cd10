package io.fulfillx.device.transport;

import java.net.URI;
import java.nio.file.Path;

/**
 * A device file of this machine, and what stays the same however it is named next time.
 *
 * @param file its name now, such as {@code /dev/ttyUSB0}
 * @param identity its serial number when no other device has the same, else its place
 * @param place where it is plugged in, such as {@code port:1-2:1.0}; its path when it is built in
 * @param serialNumber empty when it has none
 * @param product what it calls itself; may be empty
 * @param id what it says it is; without fields when it does not say
 */
public record PluggedDevice(
        Path file,
        String identity,
        String place,
        String serialNumber,
        String product,
        DeviceId id) {
    static final String PORT = "port:";

    /** The address of this device as a printer on a serial line, whatever its file is named. */
    public URI serialAddress() {
        boolean fixed = identity.equals(file.toString()) || identity.startsWith(PORT);
        return URI.create("serial:" + (fixed ? "" : "usb:") + AddressText.encoded(identity));
    }

    /** The address of this device as a printer on USB. */
    public URI usbAddress() {
        return URI.create("usb:" + AddressText.encoded(identity));
    }

    PluggedDevice known(String better) {
        return new PluggedDevice(file, better, place, serialNumber, product, id);
    }
}
