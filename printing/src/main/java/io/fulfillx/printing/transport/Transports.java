package io.fulfillx.printing.transport;

import java.net.URI;
import java.time.Duration;

/** Opens a transport by address. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Transports {
    private Transports() {}

    /** Opens tcp://host:port, serial:/dev/ttyUSB0?baud=115200 or file:/path. */
    public static Transport open(URI uri, Duration deadline) throws TransportException {
        throw new UnsupportedOperationException("being built");
    }
}
