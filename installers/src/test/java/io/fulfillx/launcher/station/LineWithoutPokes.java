package io.fulfillx.launcher.station;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy as some houses have one: it carries requests, but ends whoever wants a WebSocket. */
final class LineWithoutPokes implements AutoCloseable {
    private static final String POKES = "GET /api/v1/sync/pokes";

    private final ServerSocket door;
    private final URI server;
    private final AtomicInteger refused = new AtomicInteger();

    private LineWithoutPokes(ServerSocket door, URI server) {
        this.door = door;
        this.server = server;
    }

    static LineWithoutPokes to(URI server) throws IOException {
        LineWithoutPokes line =
                new LineWithoutPokes(
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(line::listen);
        return line;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    int refused() {
        return refused.get();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> carry(near));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void carry(Socket near) {
        try (near;
                Socket far = new Socket()) {
            far.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            Thread.ofVirtual().start(() -> pump(far, near, false));
            pump(near, far, true);
        } catch (IOException e) {
            // The client sees a broken connection.
        }
    }

    private void pump(Socket from, Socket to, boolean requests) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                String head = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
                if (requests && head.startsWith(POKES)) {
                    refused.incrementAndGet();
                    return;
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // Whoever still waits sees its end, too.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
