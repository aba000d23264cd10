package io.fulfillx.device.transport;

import java.time.Duration;
import java.util.List;

/** The operating system's own print queues. */
public interface Spooler {
    /**
     * The names of its queues.
     *
     * @throws TransportException when this machine has no spooler or it does not answer in time
     */
    List<String> queues(Duration deadline) throws TransportException;

    /**
     * Hands over one job, raw.
     *
     * @throws TransportException when it was refused (no byte counts as written), or when nobody
     *     said in time that it was taken (all do: it may still be printed)
     */
    void print(String queue, byte[] job, Duration deadline) throws TransportException;

    /** The one this operating system has. */
    static Spooler ofThisMachine() {
        return System.getProperty("os.name").startsWith("Windows")
                ? new WindowsSpooler()
                : CupsSpooler.ofThisMachine();
    }
}
