package io.fulfillx.launcher.demo;

import io.fulfillx.launcher.demo.RoughNetwork.Request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands between stations and server like a network cable. While it is cut, every connection is
 * reset and no new one comes through; while it is rough, requests meet a fate each.
 */
public final class NetworkCut implements AutoCloseable {
    private static final int BUFFER = 16_384;
    private static final int ANSWER_MILLIS = 5_000;

    private final ServerSocket door;
    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile @Nullable RoughNetwork rough;

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

    /** From now on requests meet what that network does to them; those on their way begin anew. */
    public void roughen(RoughNetwork network) {
        rough = network;
        open.forEach(NetworkCut::reset);
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
            AtomicBoolean deaf = new AtomicBoolean();
            Thread back = Thread.ofVirtual().start(() -> pump(far, near, deaf));
            RoughNetwork network = rough;
            if (network != null) {
                requests(near, far, network, deaf);
            }
            pump(near, far, new AtomicBoolean());
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

    /** Carries requests until there are none any more, or what follows are no requests. */
    private void requests(Socket near, Socket far, RoughNetwork network, AtomicBoolean deaf)
            throws IOException, InterruptedException {
        OutputStream out = far.getOutputStream();
        while (true) {
            Optional<Request> read = RoughNetwork.read(near.getInputStream());
            if (read.isEmpty()) {
                return;
            }
            Request request = read.get();
            byte[] bytes = request.bytes();
            switch (network.next(request)) {
                case WELL -> out.write(bytes);
                case LATE -> {
                    Thread.sleep(network.delayMillis());
                    out.write(bytes);
                }
                case TORN -> {
                    out.write(bytes, 0, bytes.length / 2);
                    throw new IOException("torn");
                }
                case HALF_OPEN -> {
                    deaf.set(true);
                    out.write(bytes);
                }
                case TWICE -> {
                    out.write(bytes);
                    int later = network.delayMillis();
                    Thread.ofVirtual().start(() -> again(bytes, later));
                }
            }
            if (request.isUpgrade()) {
                return;
            }
        }
    }

    /** Nobody hears what is answered. */
    private void again(byte[] request, int laterMillis) {
        try (Socket socket = new Socket()) {
            Thread.sleep(laterMillis);
            socket.connect(server);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(request);
            int _ = socket.getInputStream().read();
        } catch (IOException e) {
            // Lost, as much else on this network.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @param deaf while it is true, what comes is lost
     */
    private static void pump(Socket from, Socket to, AtomicBoolean deaf) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!deaf.get()) {
                    out.write(buffer, 0, count);
                }
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
