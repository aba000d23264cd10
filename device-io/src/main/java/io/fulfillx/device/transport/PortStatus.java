package io.fulfillx.device.transport;

/**
 * A transport whose port itself tells about the printer, even while the printer does not answer.
 */
public interface PortStatus {
    /**
     * Asks the port, not the printer's language; may be called between writes.
     *
     * @throws TransportException when the device has gone or its port keeps no status
     */
    PortReading portStatus() throws TransportException;

    /** What the printer says it is; without fields when it does not say. */
    DeviceId deviceId();
}
