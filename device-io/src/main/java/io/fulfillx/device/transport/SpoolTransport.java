package io.fulfillx.device.transport;

import java.time.Duration;
import java.util.List;

/** A queue of the operating system: each write is one job, and nothing ever comes back. */
final class SpoolTransport implements Transport {
    private final Spooler spooler;
    private final String queue;
    private volatile boolean closed;

    private SpoolTransport(Spooler spooler, String queue) {
        this.spooler = spooler;
        this.queue = queue;
    }

    static SpoolTransport open(Spooler spooler, String queue, Duration deadline)
            throws TransportException {
        SpoolTransport transport = new SpoolTransport(spooler, queue);
        try {
            List<String> queues = spooler.queues(deadline);
            if (!queues.contains(queue)) {
                throw new TransportException(
                        queues.isEmpty()
                                ? "the spooler has no queues"
                                : "there is no such queue; there are: " + String.join(", ", queues),
                        0);
            }
            return transport;
        } catch (TransportException e) {
            throw transport.named(e);
        }
    }

    private TransportException named(TransportException e) {
        return new TransportException(description() + ": " + e.getMessage(), e.bytesWritten(), e);
    }

    @Override
    public void write(byte[] data, Duration deadline) throws TransportException {
        if (closed) {
            throw new TransportException(description() + ": closed", 0);
        }
        try {
            spooler.print(queue, data, deadline);
        } catch (TransportException e) {
            throw named(e);
        }
    }

    /** A queue says nothing: empty at once. */
    @Override
    public byte[] read(Duration wait) {
        return new byte[0];
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public String description() {
        return "spool:" + queue;
    }

    @Override
    public void close() {
        closed = true;
    }
}
