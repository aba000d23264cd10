package io.fulfillx.scanner.scale.wire;

import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.scanner.scale.protocol.ScaleProtocol;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * One way to talk to a scale.
 *
 * @param protocol its name, for messages
 * @param opener opens the way anew each time
 * @param talk begins a conversation
 */
public record ScaleWire(String protocol, Opener opener, Supplier<ScaleProtocol> talk) {
    /** Opens what an address names. */
    public interface Opener {
        Transport open(Duration deadline) throws TransportException;
    }
}
