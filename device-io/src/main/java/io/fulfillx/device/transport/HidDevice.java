package io.fulfillx.device.transport;

import io.fulfillx.device.hid.ReportDescriptor;

import java.net.URI;

/**
 * A plugged device that speaks in reports.
 *
 * @param descriptor what its reports look like; unknown when the system does not tell
 */
public record HidDevice(PluggedDevice plugged, ReportDescriptor descriptor) {
    /** Its address, whatever its file is named. */
    public URI address() {
        return URI.create("hid:" + AddressText.encoded(plugged.identity()));
    }
}
