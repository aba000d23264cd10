package io.fulfillx.scanner.serial;

import io.fulfillx.device.transport.AddressText;
import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.device.transport.Transports;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.ScannerAddress;
import io.fulfillx.scanner.ScannerKind;
import io.fulfillx.scanner.feedback.FeedbackCommands;
import io.fulfillx.scanner.port.Framing;
import io.fulfillx.scanner.port.PortScanner;
import io.fulfillx.scanner.port.Wire;

import java.net.InetSocketAddress;
import java.time.Duration;

/** Scanners in the network, and those behind a serial device server. */
public final class TcpKind implements ScannerKind {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final int NO_PORT = 0;

    @Override
    public String scheme() {
        return "tcp";
    }

    @Override
    public ScanSource open(ScannerAddress address, String name, Surroundings surroundings) {
        AddressText text = address.text();
        InetSocketAddress host = text.host(NO_PORT);
        FramingSettings framing = FramingSettings.of(text);
        FeedbackCommands commands = SerialFeedback.of(text);
        text.refuseRest();
        return new PortScanner(name, new Socket(host, framing, commands), surroundings.clock());
    }

    private record Socket(
            InetSocketAddress host, FramingSettings settings, FeedbackCommands commands)
            implements Wire {
        @Override
        public Transport open() throws TransportException {
            return Transports.tcp(host.getHostString(), host.getPort(), CONNECT);
        }

        @Override
        public Framing framing(Transport opened) {
            return new ByteFraming(settings);
        }

        @Override
        public FeedbackCommands feedback(Transport opened) {
            return commands;
        }
    }
}
