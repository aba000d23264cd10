package io.fulfillx.device.transport;

/** A transport that can say "that was all" and still listen. */
public interface HalfClose {
    /**
     * Ends our half. What the device says can still be read until it ends its own; a write after
     * this fails.
     */
    void endOutput() throws TransportException;
}
