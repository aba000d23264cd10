package io.fulfillx.printing.transport;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

class TcpTransportTest extends TransportContract {
    private ServerSocket server = unbound();
    private Socket accepted = new Socket();

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Device device() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        return new Device() {
            @Override
            public byte[] received(int count) throws IOException {
                return accepted.getInputStream().readNBytes(count);
            }

            @Override
            public void say(byte[] bytes) throws IOException {
                accepted.getOutputStream().write(bytes);
            }

            @Override
            public void vanish() throws IOException {
                accepted.setSoLinger(true, 0);
                accepted.close();
            }

            @Override
            public void close() throws IOException {
                accepted.close();
                server.close();
            }
        };
    }

    @Override
    Transport open() throws IOException {
        URI uri = URI.create("tcp://127.0.0.1:" + server.getLocalPort());
        Transport transport = Transports.open(uri, SECOND);
        accepted = server.accept();
        return transport;
    }

    @Test
    void nobodyListeningIsAFailureWithoutAByte() throws IOException {
        server.close();
        URI uri = URI.create("tcp://127.0.0.1:" + server.getLocalPort());
        TransportException refused =
                assertThrows(TransportException.class, () -> Transports.open(uri, SECOND));
        assertTrue(refused.bytesWritten() == 0);
    }

    @Test
    void connectingHasADeadline() {
        // TEST-NET-1: packets to it are dropped or refused, never answered.
        URI nowhere = URI.create("tcp://192.0.2.1:9100");
        long start = System.nanoTime();
        assertThrows(
                TransportException.class, () -> Transports.open(nowhere, Duration.ofMillis(200)));
        assertTrue(System.nanoTime() - start < SECOND.toNanos());
    }
}
