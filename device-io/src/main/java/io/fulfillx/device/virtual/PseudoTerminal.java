package io.fulfillx.device.virtual;

import io.fulfillx.device.posix.LineSettings;
import io.fulfillx.device.posix.Terminal;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * A pseudo-terminal (Linux): this side plays the device, the path is what a driver opens. A driver
 * may open and close it as often as it likes; closing this side is the plug being pulled.
 */
public final class PseudoTerminal implements AutoCloseable {
    private static final int BAUD = 9600;
    private static final Duration WRITE_DEADLINE = Duration.ofSeconds(10);

    private final Terminal device;
    private final Path path;

    /** Held open so that a driver that closes the path does not hang up the device. */
    private final Terminal keeper;

    private @Nullable Path link;

    private PseudoTerminal(Terminal device, LineSettings line) throws IOException {
        this.device = device;
        this.path = device.slave();
        this.keeper = Terminal.openShared(path, line);
    }

    /**
     * @throws IOException when the machine has no pseudo-terminals left, or none at all
     */
    public static PseudoTerminal open() throws IOException {
        return open(LineSettings.at(BAUD));
    }

    /**
     * As {@link #open()}, for a driver that leaves the line as it finds it.
     *
     * @param line with flow control by XON and XOFF, those two bytes never arrive
     */
    public static PseudoTerminal open(LineSettings line) throws IOException {
        if (!Terminal.supported()) {
            throw new IOException("pseudo-terminals are only to be had on Linux");
        }
        return new PseudoTerminal(Terminal.openMaster(), line);
    }

    /** The terminal to open, such as /dev/pts/3. */
    public Path path() {
        return path;
    }

    /** Makes a symbolic link to {@link #path()} in place of an older one; removed on close. */
    public synchronized void link(Path name) throws IOException {
        Path parent = Objects.requireNonNull(name.toAbsolutePath().getParent());
        Files.createDirectories(parent);
        Path fresh = parent.resolve(name.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, path);
        Files.move(fresh, name, StandardCopyOption.ATOMIC_MOVE);
        link = name;
    }

    /**
     * Waits for what a driver writes.
     *
     * @return empty when the wait is over
     * @throws IOException after {@link #close()}
     */
    public byte[] read(Duration wait) throws IOException {
        return device.read(wait);
    }

    /**
     * Speaks to the driver.
     *
     * @throws IOException when the driver does not read, or after {@link #close()}
     */
    public void write(byte[] bytes) throws IOException {
        if (device.write(bytes, 0, bytes.length, WRITE_DEADLINE) < bytes.length) {
            throw new IOException("nobody reads from " + path);
        }
    }

    /** What the driver wrote, as a stream; it ends when this is closed. */
    public InputStream in() {
        return new DriverInput();
    }

    /** {@link #write} as a stream. */
    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                PseudoTerminal.this.write(new byte[] {(byte) single});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                PseudoTerminal.this.write(Arrays.copyOfRange(bytes, offset, offset + length));
            }
        };
    }

    /** The link goes first: the next terminal opened anywhere may get the number of this one. */
    @Override
    public synchronized void close() {
        if (link != null && pointsHere(link)) {
            try {
                Files.deleteIfExists(link);
            } catch (IOException e) {
                // A link to nowhere harms nobody, and the next start replaces it.
            }
        }
        link = null;
        keeper.close();
        device.close();
    }

    private boolean pointsHere(Path name) {
        try {
            return Files.isSymbolicLink(name) && Files.readSymbolicLink(name).equals(path);
        } catch (IOException e) {
            return false;
        }
    }

    private final class DriverInput extends InputStream {
        private byte[] chunk = new byte[0];
        private int next;

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (next == chunk.length) {
                try {
                    chunk = device.read(Duration.ofSeconds(1));
                } catch (EOFException e) {
                    return -1;
                }
                next = 0;
            }
            int count = Math.min(length, chunk.length - next);
            System.arraycopy(chunk, next, into, offset, count);
            next += count;
            return count;
        }
    }
}
