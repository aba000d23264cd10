package io.fulfillx.device.transport;

import java.time.Duration;

/**
 * An open connection to a device. One thread at a time may use it; {@link #close()} may come from
 * any thread and ends a call that is waiting.
 */
public interface Transport extends AutoCloseable {
    /**
     * Hands all bytes to the device, or fails. A printer that stops reading makes it fail when the
     * deadline has passed, never later.
     *
     * @throws TransportException tells how many bytes had left before
     */
    void write(byte[] data, Duration deadline) throws TransportException;

    /**
     * Waits until the device says something.
     *
     * @return what has arrived, empty when the wait is over
     * @throws TransportException when the other side has gone
     */
    byte[] read(Duration wait) throws TransportException;

    /** Whether the far side can answer at all. */
    default boolean answers() {
        return true;
    }

    /** Where it leads, for people: {@code tcp://10.0.0.7:9100}. */
    String description();

    @Override
    void close();
}
