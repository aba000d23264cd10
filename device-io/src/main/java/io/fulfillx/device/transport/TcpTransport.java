package io.fulfillx.device.transport;

import jdk.net.ExtendedSocketOptions;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Raw TCP, usually port 9100. Never blocks in a system call that has no deadline. */
final class TcpTransport implements Transport, HalfClose {
    private static final int BUFFER_BYTES = 8192;
    private static final int CHUNK_BYTES = 65_536;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final String description;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Whether a label is cut off: the rest must not trickle out later. */
    private volatile boolean cut;

    private TcpTransport(SocketChannel channel, Selector selector, String description)
            throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.description = description;
        channel.configureBlocking(false);
        this.key = channel.register(selector, 0);
    }

    static TcpTransport open(String host, int port, Duration deadline) throws TransportException {
        String description = "tcp://" + host + ":" + port;
        long end = System.nanoTime() + deadline.toNanos();
        try {
            InetAddress address = HostName.resolve(host, deadline);
            TcpTransport transport =
                    new TcpTransport(SocketChannel.open(), Selector.open(), description);
            transport.connect(new InetSocketAddress(address, port), end);
            return transport;
        } catch (IOException e) {
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
        }
    }

    private void connect(InetSocketAddress address, long end) throws IOException {
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            keepAlive();
            boolean connected = channel.connect(address);
            while (!connected) {
                if (!ready(SelectionKey.OP_CONNECT, end)) {
                    throw new IOException("no answer to connect");
                }
                connected = channel.finishConnect();
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** A printer that lost its power says nothing; the system finds out in half a minute. */
    private void keepAlive() throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        Map<SocketOption<Integer>, Integer> pace =
                Map.of(
                        ExtendedSocketOptions.TCP_KEEPIDLE, 10,
                        ExtendedSocketOptions.TCP_KEEPINTERVAL, 5,
                        ExtendedSocketOptions.TCP_KEEPCOUNT, 4);
        for (Map.Entry<SocketOption<Integer>, Integer> setting : pace.entrySet()) {
            if (channel.supportedOptions().contains(setting.getKey())) {
                channel.setOption(setting.getKey(), setting.getValue());
            }
        }
    }

    @Override
    public void write(byte[] data, Duration deadline) throws TransportException {
        long end = System.nanoTime() + deadline.toNanos();
        ByteBuffer buffer = ByteBuffer.wrap(data);
        cut = true;
        try {
            while (buffer.position() < data.length) {
                // The channel copies all it is shown, however little is taken.
                buffer.limit(Math.min(data.length, buffer.position() + CHUNK_BYTES));
                if (channel.write(buffer) == 0 && !ready(SelectionKey.OP_WRITE, end)) {
                    throw TransportException.stalled(description, buffer.position());
                }
            }
            cut = false;
        } catch (TransportException e) {
            throw e;
        } catch (IOException e) {
            throw new TransportException(description + ": " + reason(e), buffer.position(), e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "closed" : e.getMessage();
    }

    @Override
    public byte[] read(Duration wait) throws TransportException {
        long end = System.nanoTime() + wait.toNanos();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try {
            int count = channel.read(buffer);
            while (count == 0 && ready(SelectionKey.OP_READ, end)) {
                count = channel.read(buffer);
            }
            if (count < 0) {
                throw new IOException("the printer has closed the connection");
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        } catch (IOException e) {
            throw new TransportException(description + ": " + reason(e), 0, e);
        }
    }

    /** False when the time is over. */
    private boolean ready(int operation, long end) throws IOException {
        try {
            key.interestOps(operation);
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            selector.select(left);
            selector.selectedKeys().clear();
            return System.nanoTime() < end;
        } catch (CancelledKeyException | ClosedSelectorException e) {
            throw new IOException("closed", e);
        }
    }

    @Override
    public void endOutput() throws TransportException {
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            throw new TransportException(description + ": " + reason(e), 0, e);
        }
    }

    @Override
    public String description() {
        return description;
    }

    /**
     * Ends our half first and takes what was still unread: closing over unread bytes would reset
     * the connection and could destroy a label that is still on its way. When a label was cut off,
     * a reset is what is wanted: else the system would go on sending the half for minutes.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (cut) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } else if (channel.isConnected()) {
                channel.shutdownOutput();
                takeUnread();
            }
        } catch (IOException e) {
            // The other side is gone already, which is as closed as it gets.
        }
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            // Nothing is left to release.
        }
    }

    private void takeUnread() throws IOException {
        ByteBuffer unread = ByteBuffer.allocate(BUFFER_BYTES);
        int count = channel.read(unread);
        while (count > 0) {
            count = channel.read(unread.clear());
        }
    }
}
