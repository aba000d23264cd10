package io.fulfillx.printing.transport;

import io.fulfillx.printing.posix.Terminal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Opens a transport by its address. A new kind of transport is a line here. */
public final class Transports {
    private static final int DEFAULT_BAUD = 9600;
    private static final int RAW_PORT = 9100;

    private Transports() {}

    /**
     * Opens {@code tcp://host:port}, {@code serial:/dev/ttyUSB0?baud=115200} or {@code file:/path}.
     *
     * @throws TransportException when it cannot be reached before the deadline
     * @throws IllegalArgumentException when the address is none of these
     */
    public static Transport open(URI uri, Duration deadline) throws TransportException {
        String scheme = String.valueOf(uri.getScheme());
        return switch (scheme) {
            case "tcp" -> TcpTransport.open(host(uri), port(uri), deadline);
            case "serial" -> serial(uri);
            case "file" -> FileTransport.open(Path.of(uri));
            default -> throw new IllegalArgumentException("not a printer address: " + uri);
        };
    }

    private static String host(URI uri) {
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("an address such as tcp://10.0.0.7:9100: " + uri);
        }
        return uri.getHost();
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : RAW_PORT;
    }

    private static Transport serial(URI uri) throws TransportException {
        String[] parts = uri.getSchemeSpecificPart().split("\\?baud=", 2);
        int baud = parts.length == 2 ? Integer.parseInt(parts[1]) : DEFAULT_BAUD;
        return Terminal.supported()
                ? PosixSerialTransport.open(Path.of(parts[0]), baud)
                : JsscTransport.open(parts[0], baud);
    }
}
