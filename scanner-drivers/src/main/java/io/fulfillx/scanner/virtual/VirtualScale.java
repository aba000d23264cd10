package io.fulfillx.scanner.virtual;

import io.fulfillx.device.virtual.PseudoTerminal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A scale without hardware, on a pseudo-terminal or a network port. It can be unplugged and plugged
 * in again, and its line can be bad. Its USB kind writes its reports to a pseudo-terminal too.
 */
public final class VirtualScale implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(50);

    private final Supplier<VirtualScaleVoice> voices;
    private final VirtualScaleLoad load = new VirtualScaleLoad();
    private final Object plug = new Object();
    private volatile byte[] garbage = {};
    private volatile boolean mute;
    private volatile boolean split;
    private volatile @Nullable Line line;

    private VirtualScale(Supplier<VirtualScaleVoice> voices) {
        this.voices = voices;
    }

    /** What it hangs on. */
    private interface Line extends AutoCloseable {
        /** Waits for what the host writes; empty when the wait is over. */
        byte[] read(Duration wait) throws IOException;

        void write(byte[] bytes) throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * @param voices makes a voice for each connection, such as {@code VirtualScaleVoices.of("nci")}
     */
    public static VirtualScale onPty(Supplier<VirtualScaleVoice> voices) throws IOException {
        VirtualScale scale = new VirtualScale(voices);
        scale.plugIn();
        return scale;
    }

    /**
     * @param port 0 for any
     */
    public static VirtualScale onTcp(Supplier<VirtualScaleVoice> voices, int port)
            throws IOException {
        VirtualScale scale = new VirtualScale(voices);
        scale.live(new TcpLine(port));
        return scale;
    }

    /** What lies on it. */
    public VirtualScaleLoad load() {
        return load;
    }

    /** Puts exactly this much on it. */
    public void put(double grams) {
        load.put(grams);
    }

    /** While mute it takes everything and says nothing. */
    public void mute(boolean now) {
        mute = now;
    }

    /** Sends this before each of its messages; none for a clean line. */
    public void garbage(byte[] noise) {
        garbage = noise.clone();
    }

    /** Whether each message comes in single bytes with pauses. */
    public void split(boolean now) {
        split = now;
    }

    /** The terminal to open; another one after each {@link #plugIn}. */
    public Path path() {
        if (line instanceof PtyLine pty) {
            return pty.terminal.path();
        }
        throw new IllegalStateException("it is not on a terminal now");
    }

    /** The address without protocol: {@code serial:/dev/pts/3} or {@code tcp://127.0.0.1:4001}. */
    public URI address() {
        if (line instanceof TcpLine tcp) {
            return URI.create("tcp://127.0.0.1:" + tcp.server.getLocalPort());
        }
        return URI.create("serial:" + path());
    }

    /** Pulls the plug. */
    public void unplug() {
        synchronized (plug) {
            Line open = line;
            line = null;
            if (open != null) {
                close(open);
            }
        }
    }

    /** On a new terminal, as a USB adapter gets a new file. */
    public void plugIn() throws IOException {
        live(new PtyLine(PseudoTerminal.open()));
    }

    private void live(Line fresh) {
        synchronized (plug) {
            unplug();
            line = fresh;
        }
        Thread.ofPlatform().daemon().name("virtual scale").start(() -> speak(fresh));
    }

    private void speak(Line on) {
        VirtualScaleVoice voice = voices.get();
        long next = System.nanoTime();
        try {
            while (on.equals(line)) {
                long left = Math.max(0, next - System.nanoTime());
                byte[] told = on.read(Duration.ofNanos(left));
                if (told.length > 0) {
                    say(on, voice.told(told, load));
                }
                if (System.nanoTime() - next >= 0) {
                    next += BEAT.toNanos();
                    say(on, voice.beat(load));
                }
            }
        } catch (IOException e) {
            // Unplugged.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(Line on, byte[] bytes) throws IOException, InterruptedException {
        if (mute || bytes.length == 0) {
            return;
        }
        on.write(garbage);
        if (!split) {
            on.write(bytes);
            return;
        }
        for (int i = 0; i < bytes.length; i++) {
            on.write(Arrays.copyOfRange(bytes, i, i + 1));
            Thread.sleep(1);
        }
    }

    @Override
    public void close() {
        unplug();
    }

    private static void close(Line open) {
        try {
            open.close();
        } catch (IOException e) {
            // It is as gone as it can be.
        }
    }

    private record PtyLine(PseudoTerminal terminal) implements Line {
        @Override
        public byte[] read(Duration wait) throws IOException {
            return terminal.read(wait);
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            terminal.write(bytes);
        }

        @Override
        public void close() {
            terminal.close();
        }
    }

    /** Takes one host at a time, as device servers do. */
    private static final class TcpLine implements Line {
        private static final int MOST = 512;

        private final ServerSocket server;
        private volatile @Nullable Socket host;

        TcpLine(int port) throws IOException {
            server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        }

        @Override
        public byte[] read(Duration wait) throws IOException {
            int millis = (int) Math.max(1, wait.toMillis());
            Socket present = host;
            try {
                if (present == null) {
                    server.setSoTimeout(millis);
                    host = server.accept();
                    return new byte[0];
                }
                present.setSoTimeout(millis);
                byte[] buffer = new byte[MOST];
                int count = present.getInputStream().read(buffer);
                if (count < 0) {
                    throw new IOException("the host has gone");
                }
                return Arrays.copyOf(buffer, count);
            } catch (SocketTimeoutException e) {
                return new byte[0];
            } catch (IOException e) {
                drop();
                return new byte[0];
            }
        }

        private void drop() throws IOException {
            if (server.isClosed()) {
                throw new IOException("closed");
            }
            Socket present = host;
            host = null;
            if (present != null) {
                present.close();
            }
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            Socket present = host;
            if (present != null) {
                try {
                    present.getOutputStream().write(bytes);
                } catch (IOException e) {
                    drop();
                }
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            Socket present = host;
            if (present != null) {
                present.close();
            }
        }
    }
}
