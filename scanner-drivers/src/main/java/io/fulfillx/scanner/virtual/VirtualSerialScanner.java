package io.fulfillx.scanner.virtual;

import io.fulfillx.device.virtual.PseudoTerminal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A scanner on a pseudo-terminal, which closes each scan with CR (Linux). */
public final class VirtualSerialScanner implements VirtualScanner {
    private final Path link;
    private final String suffix;
    private @Nullable PseudoTerminal terminal;

    /**
     * @param link the name it always has; not made before {@link #plugIn}
     */
    public VirtualSerialScanner(Path link) {
        this(link, "\r");
    }

    /**
     * @param suffix what closes each scan
     */
    public VirtualSerialScanner(Path link, String suffix) {
        this.link = link;
        this.suffix = suffix;
    }

    @Override
    public String address() {
        return "serial:" + link;
    }

    @Override
    public void plugIn() throws IOException {
        terminal = PseudoTerminal.open();
        terminal.link(link);
    }

    /** The terminal's own path, for a tree of devices. */
    public Path path() throws IOException {
        return plugged().path();
    }

    private PseudoTerminal plugged() throws IOException {
        PseudoTerminal now = terminal;
        if (now == null) {
            throw new IOException("the scanner is not plugged in");
        }
        return now;
    }

    @Override
    public void unplug() {
        if (terminal != null) {
            terminal.close();
            terminal = null;
        }
    }

    @Override
    public byte[] encoded(String text) {
        return (text + suffix).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void scan(String text) throws IOException {
        send(encoded(text));
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        plugged().write(bytes);
    }

    @Override
    public byte[] told(Duration wait) throws IOException {
        return plugged().read(wait);
    }

    @Override
    public void close() {
        unplug();
    }
}
