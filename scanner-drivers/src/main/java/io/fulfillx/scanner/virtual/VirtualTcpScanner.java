package io.fulfillx.scanner.virtual;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** A scanner in the network, which waits for one driver and closes each scan with CR LF. */
public final class VirtualTcpScanner implements VirtualScanner {
    private static final int ACCEPT_MILLIS = 5_000;
    private static final int CHUNK = 1_024;

    private int port;
    private @Nullable ServerSocket server;
    private @Nullable Socket driver;

    @Override
    public String address() {
        return "tcp://127.0.0.1:" + port;
    }

    /** At any free port the first time, at the same port again afterwards. */
    @Override
    public synchronized void plugIn() throws IOException {
        ServerSocket fresh = new ServerSocket();
        fresh.setReuseAddress(true);
        fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        fresh.setSoTimeout(ACCEPT_MILLIS);
        port = fresh.getLocalPort();
        server = fresh;
    }

    private synchronized Socket driver() throws IOException {
        Socket now = driver;
        if (now == null) {
            ServerSocket listening = server;
            if (listening == null) {
                throw new IOException("the scanner is not plugged in");
            }
            now = listening.accept();
            now.setTcpNoDelay(true);
            driver = now;
        }
        return now;
    }

    @Override
    public synchronized void unplug() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
        if (driver != null) {
            driver.setSoLinger(true, 0);
            driver.close();
            driver = null;
        }
    }

    @Override
    public byte[] encoded(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void scan(String text) throws IOException {
        send(encoded(text));
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        driver().getOutputStream().write(bytes);
    }

    @Override
    public byte[] told(Duration wait) throws IOException {
        Socket socket = driver();
        socket.setSoTimeout(Math.toIntExact(Math.max(1, wait.toMillis())));
        byte[] buffer = new byte[CHUNK];
        try {
            int count = socket.getInputStream().read(buffer);
            return Arrays.copyOf(buffer, Math.max(0, count));
        } catch (SocketTimeoutException e) {
            return new byte[0];
        }
    }

    @Override
    public void close() throws IOException {
        unplug();
    }
}
