package io.fulfillx.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between stations and server like a network cable. While it is cut, every connection is
 * reset and no new one comes through.
 */
public final class NetworkCut implements AutoCloseable {
    private static final int BUFFER = 16_384;

    private final ServerSocket door;
    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private NetworkCut(ServerSocket door, InetSocketAddress server) {
        this.door = door;
        this.server = server;
    }

    /** Listens on some free port and carries everything to the server's port. */
    public static NetworkCut before(int serverPort) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        NetworkCut cable =
                new NetworkCut(
                        new ServerSocket(0, 200, loopback),
                        new InetSocketAddress(loopback, serverPort));
        Thread.ofVirtual().name("cable").start(cable::listen);
        return cable;
    }

    public int port() {
        return door.getLocalPort();
    }

    public boolean isCut() {
        return cut;
    }

    /** From now on nothing comes through, in either direction. */
    public void cut() {
        cut = true;
        open.forEach(NetworkCut::reset);
    }

    public void restore() {
        cut = false;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> carry(near));
            } catch (IOException e) {
                // Closed, or a client that went away before it was let in.
            }
        }
    }

    private void carry(Socket near) {
        open.add(near);
        Socket far = new Socket();
        try {
            if (cut) {
                reset(near);
                return;
            }
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            far.connect(server);
            open.add(far);
            if (cut) {
                reset(near);
                reset(far);
                return;
            }
            Thread back = Thread.ofVirtual().start(() -> pump(far, near));
            pump(near, far);
            back.join();
        } catch (IOException e) {
            reset(near);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reset(far);
            open.remove(near);
            open.remove(far);
        }
    }

    private static void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        }
    }

    /** Breaks a connection the hard way, as a pulled cable looks to the one who retries. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already, which is what was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(NetworkCut::reset);
    }
}
