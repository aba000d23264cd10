package io.fulfillx.device.transport;

import io.fulfillx.device.virtual.PseudoTerminal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;

/** A device on a pseudo-terminal. */
final class SerialDevice implements TransportContract.Device {
    private @Nullable PseudoTerminal terminal;

    void plugIn() throws IOException {
        terminal = PseudoTerminal.open();
    }

    private PseudoTerminal terminal() {
        return Objects.requireNonNull(terminal);
    }

    String path() {
        return terminal().path().toString();
    }

    @Override
    public byte[] received(int count) throws IOException {
        return terminal().in().readNBytes(count);
    }

    @Override
    public void say(byte[] bytes) throws IOException {
        terminal().out().write(bytes);
    }

    @Override
    public void vanish() {
        terminal().close();
    }

    @Override
    public void close() {
        terminal().close();
    }
}
