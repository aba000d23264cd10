package io.fulfillx.device.transport;

import io.fulfillx.device.posix.BrokenWrite;
import io.fulfillx.device.posix.LineSettings;
import io.fulfillx.device.posix.Terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A serial port on Linux. */
final class PosixSerialTransport implements Transport {
    private final Terminal terminal;
    private final String description;

    private PosixSerialTransport(Terminal terminal, String description) {
        this.terminal = terminal;
        this.description = description;
    }

    static PosixSerialTransport open(Path path, LineSettings line) throws TransportException {
        String description = "serial:" + path;
        try {
            return new PosixSerialTransport(Terminal.open(path, line), description);
        } catch (IOException e) {
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
        }
    }

    @Override
    public void write(byte[] data, Duration deadline) throws TransportException {
        try {
            int taken = terminal.write(data, 0, data.length, deadline);
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
            return terminal.read(wait);
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
        terminal.close();
    }
}
