package io.fulfillx.device.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
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
    void connectingHasADeadline() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(busy.getInetAddress(), busy.getLocalPort());
                Socket second = new Socket(busy.getInetAddress(), busy.getLocalPort())) {
            URI uri = URI.create("tcp://127.0.0.1:" + busy.getLocalPort());
            assertThrows(
                    TransportException.class, () -> Transports.open(uri, Duration.ofMillis(40)));
            assertTrue(first.isConnected() && second.isConnected());
        }
    }

    @Test
    void afterTheEndOfOutputThePrinterIsStillHeard() throws IOException {
        try (Transport transport = open()) {
            transport.write(new byte[] {'^', 'X', 'A'}, SECOND);
            ((HalfClose) transport).endOutput();
            assertArrayEquals(new byte[] {'^', 'X', 'A'}, accepted.getInputStream().readAllBytes());
            accepted.getOutputStream().write('!');
            assertArrayEquals(new byte[] {'!'}, transport.read(SECOND));
            accepted.close();
            assertThrows(TransportException.class, () -> transport.read(SECOND));
        }
    }

    @Test
    void aLabelThatWasCutOffIsNotSentOnAfterClosing() throws IOException {
        try (Transport transport = open()) {
            assertThrows(
                    TransportException.class,
                    () -> transport.write(new byte[16 << 20], Duration.ofMillis(20)));
        }
        assertThrows(SocketException.class, () -> accepted.getInputStream().readAllBytes());
    }

    @Test
    void anUnknownNameIsASentence() {
        TransportException unknown =
                assertThrows(
                        TransportException.class,
                        () -> Transports.open(URI.create("tcp://printer.invalid"), SECOND));
        assertTrue(unknown.toString().contains("tcp://printer.invalid:9100: "));
    }
}
