package io.fulfillx.device.transport;

import io.fulfillx.device.posix.BrokenWrite;
import io.fulfillx.device.posix.PrinterPort;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A printer on USB by the kernel's own driver: {@code /dev/usb/lp*} on Linux. */
final class UsbPortTransport implements Transport, PortStatus {
    private final PrinterPort port;
    private final DeviceId told;
    private final String description;

    private UsbPortTransport(PrinterPort port, DeviceId told, String description) {
        this.port = port;
        this.told = told;
        this.description = description;
    }

    /**
     * @param told what the kernel remembers of the printer
     */
    static UsbPortTransport open(Path path, DeviceId told) throws TransportException {
        String description = "usb:" + path;
        try {
            return new UsbPortTransport(PrinterPort.open(path), told, description);
        } catch (IOException e) {
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
        }
    }

    @Override
    public void write(byte[] data, Duration deadline) throws TransportException {
        try {
            int taken = port.write(data, 0, data.length, deadline);
            if (taken < data.length) {
                throw TransportException.stalled(description, taken);
            }
        } catch (BrokenWrite e) {
            throw new TransportException(description + ": " + e.getMessage(), e.taken(), e);
        }
    }

    @Override
    public byte[] read(Duration wait) throws TransportException {
        try {
            return port.read(wait);
        } catch (IOException e) {
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
        }
    }

    @Override
    public PortReading portStatus() throws TransportException {
        try {
            return PortReading.of(port.status());
        } catch (IOException e) {
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
        }
    }

    @Override
    public DeviceId deviceId() {
        try {
            return DeviceId.parse(port.deviceId());
        } catch (IOException e) {
            return told;
        }
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        port.close();
    }
}
