package io.fulfillx.printing.virtual;

import java.io.IOException;
import java.net.URI;

/** The socket on a virtual printer's back: one host at a time. */
interface Wire extends AutoCloseable {
    URI uri();

    /** The address without any link. */
    default URI device() {
        return uri();
    }

    /**
     * Waits a moment for bytes.
     *
     * @return empty when none came
     * @throws IOException when the host has hung up; the next call waits for another
     */
    byte[] read() throws IOException;

    void write(byte[] bytes) throws IOException;

    /** Whether a host is there to be cut off. */
    boolean connected();

    /** Leaves nothing to connect to, until {@link #plugIn}. */
    void unplug();

    void plugIn() throws IOException;

    /** Breaks the connection to the present host, from any thread. */
    void drop();

    @Override
    void close();
}
