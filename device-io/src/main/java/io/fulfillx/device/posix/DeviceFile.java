package io.fulfillx.device.posix;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An open device file with deadlines that hold whatever the other side does. Waiting costs nothing:
 * the kernel wakes the caller when there is something to do, when the time is over, or when another
 * thread calls {@link #close()}.
 */
final class DeviceFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 4096;
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** How long a close waits for a device that takes nothing of what was handed over. */
    private static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final int file;
    private final int wakeup;
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean closing = new AtomicBoolean();

    /** Whether the last write ended short; guarded by {@link #writing}. */
    private boolean broken;

    private DeviceFile(int file) throws IOException {
        this.file = file;
        this.wakeup = CLibrary.openWakeup();
    }

    /**
     * Opens for reading and writing.
     *
     * @param alone whether to refuse when another program has it open in the same way
     */
    static DeviceFile open(Path path, boolean alone) throws IOException {
        int flags = CLibrary.O_RDWR | CLibrary.O_NOCTTY | CLibrary.O_NONBLOCK | CLibrary.O_CLOEXEC;
        DeviceFile device = of(CLibrary.open(path.toString(), flags));
        try {
            if (alone) {
                CLibrary.lock(device.file, path.toString());
            }
            return device;
        } catch (IOException e) {
            device.close();
            throw e;
        }
    }

    /** Takes over an open file. */
    static DeviceFile of(int file) throws IOException {
        try {
            return new DeviceFile(file);
        } catch (IOException e) {
            CLibrary.close(file);
            throw e;
        }
    }

    int number() {
        return file;
    }

    /**
     * Writes until all is taken or the time is over.
     *
     * @return how many bytes were taken
     */
    int write(byte[] data, int offset, int length, Duration deadline) throws BrokenWrite {
        long end = System.nanoTime() + deadline.toNanos();
        int done = 0;
        if (!locked(writing, end)) {
            return 0;
        }
        try {
            while (done < length && await(CLibrary.POLLOUT, end) != 0) {
                int chunk = Math.min(BUFFER_BYTES, length - done);
                int taken = CLibrary.write(file, data, offset + done, chunk);
                if (taken > 0) {
                    done += taken;
                } else {
                    pause(end);
                }
            }
            broken = done < length;
            return done;
        } catch (IOException e) {
            broken = true;
            throw new BrokenWrite(e, done);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Waits for bytes.
     *
     * @return empty when the time is over
     * @throws EOFException when the other side has hung up, or this was closed
     */
    byte[] read(Duration wait) throws IOException {
        long end = System.nanoTime() + wait.toNanos();
        byte[] buffer = new byte[BUFFER_BYTES];
        if (!locked(reading, end)) {
            return new byte[0];
        }
        try {
            short ready = await(CLibrary.POLLIN, end);
            while (ready != 0) {
                int count = CLibrary.read(file, buffer);
                if (count > 0) {
                    return Arrays.copyOf(buffer, count);
                }
                if ((ready & CLibrary.POLL_BROKEN) != 0) {
                    throw new EOFException("the device has hung up");
                }
                // A printer may send empty packets, which read as nothing.
                pause(end);
                ready = await(CLibrary.POLLIN, end);
            }
            return new byte[0];
        } finally {
            reading.unlock();
        }
    }

    private boolean locked(ReentrantLock lock, long end) {
        try {
            return lock.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS) || lock.tryLock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lock.tryLock();
        }
    }

    /** The events that came, 0 when the time is over. */
    private short await(short events, long end) throws IOException {
        while (true) {
            if (closing.get()) {
                throw new EOFException("closed");
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime() + 999_999);
            int millis = Math.clamp(left, 0, Integer.MAX_VALUE);
            short ready = CLibrary.poll(file, events, wakeup, millis);
            if (ready != 0 || System.nanoTime() - end >= 0) {
                return ready;
            }
        }
    }

    /** A driver that says "now" and then takes or gives nothing must not cost a processor. */
    private void pause(long end) throws IOException {
        long until = Math.min(end, System.nanoTime() + SOON_NANOS);
        await((short) 0, until);
    }

    /**
     * Ends calls that wait, then closes. A healthy terminal is given time to send what it has
     * taken; a stalled one is made to forget it, because the kernel would wait for half a minute.
     */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        boolean cut = writing.isLocked();
        try {
            CLibrary.wake(wakeup);
        } catch (IOException e) {
            // Waiting calls then end at their own deadlines.
        }
        reading.lock();
        writing.lock();
        try {
            if (cut || broken || !sentOut()) {
                CLibrary.forgetOutput(file);
            }
            CLibrary.close(file);
            CLibrary.close(wakeup);
        } finally {
            writing.unlock();
            reading.unlock();
        }
    }

    /** Waits while the driver still sends; false when it got stuck. */
    private boolean sentOut() {
        try {
            long progress = System.nanoTime();
            int pending = pending();
            while (pending > 0 && System.nanoTime() - progress < STUCK_NANOS) {
                LockSupport.parkNanos(SOON_NANOS);
                int now = pending();
                progress = now < pending ? System.nanoTime() : progress;
                pending = now;
            }
            return pending == 0;
        } catch (IOException e) {
            // Not a terminal, or one that has gone.
            return true;
        }
    }

    private int pending() throws IOException {
        byte[] answer = CLibrary.control(file, CLibrary.OUTPUT_QUEUE_BYTES, Integer.BYTES, "ioctl");
        return ByteBuffer.wrap(answer).order(ByteOrder.nativeOrder()).getInt();
    }
}
