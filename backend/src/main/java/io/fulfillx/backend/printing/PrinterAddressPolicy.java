package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.Fault;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which addresses may be printers. Whoever may set up printers shall not reach through the server
 * what only the server can reach: its own services, and those that answer on link-local addresses.
 */
final class PrinterAddressPolicy {
    private static final String POINTER = "/address";

    private final PrintingConfig config;

    PrinterAddressPolicy(PrintingConfig config) {
        this.config = config;
    }

    /**
     * @return the address with its port, and nothing else
     * @throws Fault INVALID saying what is wrong with it
     */
    URI accept(String text) {
        URI uri = parse(text.strip());
        String host = uri.getHost();
        if (!"tcp".equals(uri.getScheme()) || host == null) {
            throw Fault.invalid(POINTER, "A printer's address is like tcp://10.0.0.7:9100.");
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !uri.getRawPath().isEmpty()) {
            throw Fault.invalid(
                    POINTER, "A printer's address is a host and a port, and nothing else.");
        }
        int port = uri.getPort() < 0 ? 9100 : uri.getPort();
        if (!config.allows(port)) {
            throw Fault.invalid(
                    POINTER,
                    "The port %d is not allowed here; printers have the ports %s."
                            .formatted(
                                    port,
                                    config.ports().stream()
                                            .map(PrintingConfig.PortRange::toString)
                                            .collect(Collectors.joining(", "))));
        }
        if (isLocalName(host) || literal(host).filter(this::forbids).isPresent()) {
            throw Fault.invalid(POINTER, "This address cannot be a printer's.");
        }
        return URI.create("tcp://" + host.toLowerCase(java.util.Locale.ROOT) + ":" + port);
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw Fault.invalid(POINTER, "A printer's address is like tcp://10.0.0.7:9100.");
        }
    }

    private boolean isLocalName(String host) {
        return !config.loopback()
                && ("." + host).toLowerCase(java.util.Locale.ROOT).matches(".*\\.localhost\\.?");
    }

    /** The address that is written out; empty when it is a name. */
    static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Asked again for what a name leads to, each time before a connection. */
    boolean forbids(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return !config.loopback();
        }
        return address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress();
    }
}
