package io.fulfillx.device.transport;

import io.fulfillx.device.hid.ReportDescriptor;

/**
 * An open device that speaks in reports. A real one gives one report by each {@link #read}, with
 * its number as first byte if it has one; a recorded stream may give several at once. Each {@link
 * #write} is one report, whose first byte is its number, 0 when it has none.
 */
public interface HidTransport extends Transport {
    /** What its reports look like; unknown for a recorded stream. */
    ReportDescriptor descriptor();
}
