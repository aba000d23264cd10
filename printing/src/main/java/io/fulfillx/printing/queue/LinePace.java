package io.fulfillx.printing.queue;

import io.fulfillx.device.transport.PrinterAddress;

import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * When bytes that were handed over have crossed a serial line. The operating system takes them in
 * an instant and sends them for seconds, and a question waits behind all of them: until it has
 * crossed the line itself, no answer is no silence. Times are those of {@link System#nanoTime()}.
 */
final class LinePace {
    private static final int BITS_PER_BYTE = 10;

    private final long nanosPerByte;
    private boolean begun;

    /** When the line will have nothing left to send. */
    private long free;

    private LinePace(long nanosPerByte) {
        this.nanosPerByte = nanosPerByte;
    }

    /** Everything but a serial line takes no time worth counting. */
    static LinePace of(URI address) {
        boolean serial = "serial".equals(address.getScheme());
        return serial && PrinterAddress.parse(address) instanceof PrinterAddress.Serial(_, var line)
                ? new LinePace(TimeUnit.SECONDS.toNanos(1) * BITS_PER_BYTE / line.baud())
                : new LinePace(0);
    }

    /** So many bytes are about to be handed over. */
    void writing(int bytes, long now) {
        free = arrival(now) + bytes * nanosPerByte;
        begun = true;
    }

    /** The last of them has been taken, by a line that may be slower than it should be. */
    void written(long now) {
        free = arrival(now);
    }

    /** When a byte that is handed over now will have crossed the line. */
    long arrival(long now) {
        return begun && free - now > 0 ? free : now;
    }
}
