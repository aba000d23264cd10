package io.fulfillx.printing.posix;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An open serial port or one end of a pseudo-terminal, with deadlines that hold whatever the other
 * side does. {@link #close()} may come from any thread.
 */
public final class Terminal implements AutoCloseable {
    private static final int BUFFER_BYTES = 4096;

    /** How long one system call may wait, so that a close is never kept waiting longer. */
    private static final long SLICE_MILLIS = 50;

    private final int file;
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean closing;
    private boolean closed;

    private Terminal(int file) {
        this.file = file;
    }

    /** Whether this machine has such terminals. */
    public static boolean supported() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    /**
     * Opens a serial port raw, 8N1. The device may pause us with XOFF; we never send XOFF, which
     * would end up inside a picture.
     */
    public static Terminal open(Path path, int baud) throws IOException {
        int flags = CLibrary.O_RDWR | CLibrary.O_NOCTTY | CLibrary.O_NONBLOCK | CLibrary.O_CLOEXEC;
        Terminal terminal = new Terminal(CLibrary.open(path.toString(), flags));
        try {
            terminal.makeRaw(baud);
            return terminal;
        } catch (IOException e) {
            terminal.close();
            throw e;
        }
    }

    /** Opens the device's end of a new pseudo-terminal. */
    public static Terminal openMaster() throws IOException {
        return new Terminal(CLibrary.openMaster());
    }

    /** The path that a driver opens to reach this master. */
    public Path slave() throws IOException {
        return Path.of(CLibrary.slaveName(file));
    }

    /** Linux's struct termios: four flag words, the line discipline, 32 control characters. */
    private void makeRaw(int baud) throws IOException {
        final int termiosBytes = 64;
        final int inputFlags = 0;
        final int outputFlags = 4;
        final int controlFlags = 8;
        final int localFlags = 12;
        final int controlCharacters = 17;
        final int minimum = controlCharacters + 6;
        final int time = controlCharacters + 5;
        final int xonOutput = 0x400;
        final int receiver8NoModem = 0x30 | 0x80 | 0x800;
        final int modeBits = 0x30 | 0x40 | 0x80 | 0x100 | 0x200 | 0x800 | 0x80000000;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment termios = arena.allocate(termiosBytes, Integer.BYTES);
            CLibrary.getAttributes(file, termios);
            int control = termios.get(ValueLayout.JAVA_INT, controlFlags);
            termios.set(ValueLayout.JAVA_INT, inputFlags, xonOutput);
            termios.set(ValueLayout.JAVA_INT, outputFlags, 0);
            termios.set(ValueLayout.JAVA_INT, controlFlags, control & ~modeBits | receiver8NoModem);
            termios.set(ValueLayout.JAVA_INT, localFlags, 0);
            termios.set(ValueLayout.JAVA_BYTE, minimum, (byte) 1);
            termios.set(ValueLayout.JAVA_BYTE, time, (byte) 0);
            CLibrary.setSpeed(termios, baud);
            CLibrary.setAttributes(file, termios);
        }
    }

    /**
     * Writes until all is taken, the time is over or the other side has gone.
     *
     * @return how many bytes were taken
     * @throws IOException when the other side had gone before the first byte
     */
    public int write(byte[] data, int offset, int length, Duration deadline) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        int done = 0;
        writing.lock();
        try {
            while (done < length) {
                int ready = await(CLibrary.POLLOUT, end);
                if (ready == 0) {
                    break;
                }
                int chunk = Math.min(BUFFER_BYTES, length - done);
                done += Math.max(0, CLibrary.write(file, data, offset + done, chunk));
            }
            return done;
        } catch (IOException e) {
            if (done == 0) {
                throw e;
            }
            return done;
        } finally {
            writing.unlock();
        }
    }

    /**
     * Waits for bytes.
     *
     * @return empty when the time is over
     * @throws EOFException when the other side has hung up
     */
    public byte[] read(Duration wait) throws IOException {
        long end = System.nanoTime() + wait.toNanos();
        byte[] buffer = new byte[BUFFER_BYTES];
        reading.lock();
        try {
            while (await(CLibrary.POLLIN, end) != 0) {
                int count = CLibrary.read(file, buffer);
                if (count == 0) {
                    throw new EOFException("the device has hung up");
                }
                if (count > 0) {
                    return Arrays.copyOf(buffer, count);
                }
            }
            return new byte[0];
        } finally {
            reading.unlock();
        }
    }

    private int await(short events, long end) throws IOException {
        while (true) {
            if (closing) {
                throw new EOFException("closed");
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime() + 999_999);
            long slice = Math.clamp(left, 0, SLICE_MILLIS);
            int ready = CLibrary.poll(file, events, (int) slice);
            if (ready != 0 || left <= slice) {
                return ready;
            }
        }
    }

    /** Waits for calls in progress, at most one slice: the number may be given to another file. */
    @Override
    public void close() {
        closing = true;
        reading.lock();
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                CLibrary.close(file);
            }
        } finally {
            writing.unlock();
            reading.unlock();
        }
    }
}
