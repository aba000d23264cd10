package io.fulfillx.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

class NetworkCutTest {
    @Test
    void breaksOpenConnectionsAndLetsNewOnesThroughOnlyAfterTheRepair() throws IOException {
        try (ServerSocket server = echo();
                NetworkCut cable = NetworkCut.before(server.getLocalPort())) {
            try (Socket before = connect(cable)) {
                assertEquals(7, roundTrip(before));
                cable.cut();
                assertThrows(IOException.class, () -> roundTrip(before));
            }
            assertThrows(
                    IOException.class,
                    () -> {
                        try (Socket during = connect(cable)) {
                            var _ = roundTrip(during);
                        }
                    });
            cable.restore();
            try (Socket after = connect(cable)) {
                assertEquals(7, roundTrip(after));
            }
        }
    }

    private static Socket connect(NetworkCut cable) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), cable.port());
    }

    private static int roundTrip(Socket socket) throws IOException {
        socket.getOutputStream().write(7);
        int answer = socket.getInputStream().read();
        if (answer < 0) {
            throw new IOException("closed");
        }
        return answer;
    }

    private static ServerSocket echo() throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (!server.isClosed()) {
                                try {
                                    Socket socket = server.accept();
                                    Thread.ofVirtual().start(() -> answer(socket));
                                } catch (IOException e) {
                                    return;
                                }
                            }
                        });
        return server;
    }

    private static void answer(Socket socket) {
        try (socket) {
            for (int each = socket.getInputStream().read();
                    each >= 0;
                    each = socket.getInputStream().read()) {
                socket.getOutputStream().write(each);
            }
        } catch (IOException e) {
            // The cable was cut, as the test wants it.
        }
    }
}
