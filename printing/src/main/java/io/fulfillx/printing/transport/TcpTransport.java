package io.fulfillx.printing.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Raw TCP, usually port 9100. Never blocks in a system call that has no deadline. */
final class TcpTransport implements Transport {
    private static final int BUFFER_BYTES = 8192;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final String description;

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
            TcpTransport transport =
                    new TcpTransport(SocketChannel.open(), Selector.open(), description);
            transport.connect(new InetSocketAddress(host, port), end);
            return transport;
        } catch (IOException e) {
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
        }
    }

    private void connect(InetSocketAddress address, long end) throws IOException {
        try {
            if (address.isUnresolved()) {
                throw new IOException("unknown host");
            }
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
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

    @Override
    public void write(byte[] data, Duration deadline) throws TransportException {
        long end = System.nanoTime() + deadline.toNanos();
        ByteBuffer buffer = ByteBuffer.wrap(data);
        try {
            while (buffer.hasRemaining()) {
                if (channel.write(buffer) == 0 && !ready(SelectionKey.OP_WRITE, end)) {
                    throw new IOException("the printer has stopped reading");
                }
            }
        } catch (IOException e) {
            throw new TransportException(description + ": " + e.getMessage(), buffer.position(), e);
        }
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
            throw new TransportException(description + ": " + e.getMessage(), 0, e);
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
    public String description() {
        return description;
    }

    /**
     * Ends our half first and takes what was still unread: closing over unread bytes would reset
     * the connection and could destroy a label that is still on its way.
     */
    @Override
    public void close() {
        try {
            if (channel.isConnected()) {
                channel.shutdownOutput();
                ByteBuffer unread = ByteBuffer.allocate(BUFFER_BYTES);
                int count = channel.read(unread);
                while (count > 0) {
                    count = channel.read(unread.clear());
                }
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
}
