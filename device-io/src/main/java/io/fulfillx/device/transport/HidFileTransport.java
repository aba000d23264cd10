package io.fulfillx.device.transport;

import io.fulfillx.device.hid.ReportDescriptor;
import io.fulfillx.device.posix.BrokenWrite;
import io.fulfillx.device.posix.HidFile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Reports by the kernel's own file: {@code /dev/hidraw*} on Linux. */
final class HidFileTransport implements HidTransport {
    private final HidFile file;
    private final ReportDescriptor descriptor;
    private final String description;

    private HidFileTransport(HidFile file, ReportDescriptor descriptor, String description) {
        this.file = file;
        this.descriptor = descriptor;
        this.description = description;
    }

    static HidFileTransport open(Path path) throws TransportException {
        String description = "hid:" + path;
        try {
            HidFile file = HidFile.open(path);
            return new HidFileTransport(file, descriptorOf(file), description);
        } catch (IOException e) {
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
        }
    }

    /** Pipes and terminals that play a recorded device have none. */
    private static ReportDescriptor descriptorOf(HidFile file) {
        try {
            return ReportDescriptor.parse(file.descriptor());
        } catch (IOException e) {
            return ReportDescriptor.unknown();
        }
    }

    @Override
    public ReportDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public void write(byte[] data, Duration deadline) throws TransportException {
        try {
            int taken = file.write(data, deadline);
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
            return file.read(wait);
        } catch (IOException e) {
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
        }
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        file.close();
    }
}
