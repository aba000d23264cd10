package io.fulfillx.device.transport;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** The way to the device is closed, lost or stalled. */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int bytesWritten;

    public TransportException(String message, int bytesWritten, @Nullable Throwable cause) {
        super(message, cause);
        this.bytesWritten = bytesWritten;
    }

    public TransportException(String message, int bytesWritten) {
        this(message, bytesWritten, null);
    }

    static TransportException stalled(String description, int bytesWritten) {
        return new TransportException(
                description + ": the device has stopped reading", bytesWritten);
    }

    /** How many bytes of the failed write had been handed over; 0 when it was not a write. */
    public int bytesWritten() {
        return bytesWritten;
    }
}
