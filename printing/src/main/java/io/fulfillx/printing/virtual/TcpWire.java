package io.fulfillx.printing.virtual;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;

/** Raw TCP. Hosts that come while one is served wait in the backlog, as with real printers. */
final class TcpWire implements Wire {
    /** Small, so that a printer that does not read is soon felt by the host. */
    private static final int RECEIVE_BUFFER_BYTES = 8192;

    private static final int WAIT_MILLIS = 100;
    private static final int BACKLOG = 8;

    private final int port;
    private final byte[] buffer = new byte[4096];
    private volatile ServerSocket server;
    private volatile @Nullable Socket host;

    TcpWire(int port) throws IOException {
        server = listen(port);
        this.port = server.getLocalPort();
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        server.setReuseAddress(true);
        server.setSoTimeout(WAIT_MILLIS);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        return server;
    }

    @Override
    public URI uri() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    @Override
    public byte[] read() throws IOException {
        try {
            Socket connected = host;
            if (connected == null) {
                connected = server.accept();
                connected.setSoTimeout(WAIT_MILLIS);
                connected.setTcpNoDelay(true);
                host = connected;
            }
            return readFrom(connected);
        } catch (SocketTimeoutException e) {
            return new byte[0];
        }
    }

    private byte[] readFrom(Socket connected) throws IOException {
        try {
            int count = connected.getInputStream().read(buffer);
            if (count < 0) {
                throw new EOFException("the host has closed the connection");
            }
            return Arrays.copyOf(buffer, count);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            host = null;
            connected.close();
            throw e;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        Socket connected = host;
        if (connected != null) {
            connected.getOutputStream().write(bytes);
        }
    }

    @Override
    public void drop() {
        Socket connected = host;
        if (connected != null) {
            reset(connected);
        }
    }

    private static void reset(Socket connected) {
        try {
            connected.setSoLinger(true, 0);
            connected.close();
        } catch (IOException e) {
            // The host was faster.
        }
    }

    @Override
    public boolean connected() {
        return host != null;
    }

    @Override
    public void unplug() {
        drop();
        try {
            server.close();
        } catch (IOException e) {
            // A listening socket that fails to close is closed all the same.
        }
    }

    @Override
    public void plugIn() throws IOException {
        server = listen(port);
    }

    @Override
    public void close() {
        unplug();
    }
}
