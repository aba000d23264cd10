package io.fulfillx.launcher.bench.printing;

import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.Transports;
import io.fulfillx.device.virtual.PseudoTerminal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** A printer on this machine that accepts a connection and then neither reads nor speaks. */
final class StalledPrinter implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** The wire it is on. */
    enum Kind {
        TCP("TCP"),
        SERIAL("pseudo-terminal");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Ends the far side. */
    private interface Plug {
        void pull() throws IOException;
    }

    private final Transport transport;
    private final Plug plug;

    private StalledPrinter(Transport transport, Plug plug) {
        this.transport = transport;
        this.plug = plug;
    }

    static StalledPrinter open(Kind kind) throws IOException {
        return switch (kind) {
            case TCP -> onTcp();
            case SERIAL -> onTerminal();
        };
    }

    private static StalledPrinter onTcp() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setReceiveBufferSize(4096);
            URI address = URI.create("tcp://127.0.0.1:" + server.getLocalPort());
            Transport transport = Transports.open(address, CONNECT);
            Socket accepted = server.accept();
            return new StalledPrinter(transport, accepted::close);
        }
    }

    private static StalledPrinter onTerminal() throws IOException {
        PseudoTerminal device = PseudoTerminal.open();
        Transport transport = Transports.open(URI.create("serial:" + device.path()), CONNECT);
        return new StalledPrinter(transport, device::close);
    }

    Transport transport() {
        return transport;
    }

    /** The plug is pulled; our side stays open. */
    void unplug() throws IOException {
        plug.pull();
    }

    @Override
    public void close() throws IOException {
        transport.close();
        plug.pull();
    }
}
