package io.fulfillx.printing.virtual;

import io.fulfillx.printing.preview.Firmware;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Takes bytes off the wire, as fast as the line and the buffer allow, and feeds the firmware. */
final class WireReader implements AutoCloseable {
    private static final long CHECK_MILLIS = 5;
    private static final int SLICE_BYTES = 32;
    private static final int SLOW_BITS_PER_SECOND = 10_000;

    private final VirtualPrinterSetup setup;
    private final Wire wire;
    private final PrintEngine engine;
    private final Firmware firmware;
    private final FaultSchedule faults;
    private final WirePace pace = new WirePace();
    private final AtomicInteger cutAfter = new AtomicInteger();
    private final Thread thread;
    private volatile boolean stalled;
    private volatile boolean slow;
    private volatile boolean off;
    private volatile boolean forget;

    /** Held while a byte is looked at; bytes read in an earlier life are not. */
    private final ReentrantLock looking = new ReentrantLock();

    private int life;
    private volatile boolean broken;
    private volatile boolean closed;

    WireReader(
            VirtualPrinterSetup setup,
            Wire wire,
            PrintEngine engine,
            Firmware firmware,
            FaultSchedule faults) {
        this.setup = setup;
        this.wire = wire;
        this.engine = engine;
        this.firmware = firmware;
        this.faults = faults;
        this.thread = Thread.ofPlatform().daemon().name("virtual-printer").unstarted(this::serve);
    }

    void start() {
        thread.start();
    }

    void stall(boolean now) {
        stalled = now;
    }

    void slow(boolean now) {
        slow = now;
    }

    void cutAfter(int bytes) {
        cutAfter.set(bytes);
    }

    /** Breaks the connection; what has been read and not looked at is gone with it. */
    void drop() {
        broken = wire.connected();
        wire.drop();
    }

    /** The firmware forgets what it has half received; what has been read is gone with it. */
    void reset() {
        looking.lock();
        try {
            forget = true;
            life++;
        } finally {
            looking.unlock();
        }
    }

    private int life() {
        looking.lock();
        try {
            return life;
        } finally {
            looking.unlock();
        }
    }

    /** Switched on again, it has a new line that nobody has broken. */
    void off(boolean now) {
        broken &= now;
        off = now;
    }

    private void serve() {
        while (!closed) {
            try {
                waitUntilReady();
                int now = life();
                byte[] chunk = wire.read();
                feed(chunk, now);
            } catch (IOException e) {
                firmware.hangUp();
                broken = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void waitUntilReady() throws InterruptedException {
        while (!closed && (stalled || off || engine.waitingBytes() >= setup.bufferBytes())) {
            Thread.sleep(CHECK_MILLIS);
        }
        if (forget) {
            forget = false;
            firmware.reset();
        }
    }

    private void feed(byte[] chunk, int inLife) throws InterruptedException {
        for (int start = 0; start < chunk.length; start += SLICE_BYTES) {
            int end = Math.min(chunk.length, start + SLICE_BYTES);
            pace.bytes(end - start, slow ? SLOW_BITS_PER_SECOND : setup.baud());
            waitUntilReady();
            for (int i = start; i < end; i++) {
                if (!look(chunk[i], inLife)) {
                    return;
                }
            }
        }
    }

    /** False when the rest is gone. */
    private boolean look(byte next, int inLife) {
        looking.lock();
        try {
            if (broken || closed || life != inLife) {
                return false;
            }
            firmware.receive(next);
        } finally {
            looking.unlock();
        }
        faults.byteRead();
        boolean counts = cutAfter.get() > 0 && firmware.receiving();
        if (counts && cutAfter.decrementAndGet() == 0) {
            drop();
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        wire.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
