package io.fulfillx.printing.virtual;

import io.fulfillx.device.virtual.PseudoTerminal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A serial cable. Dropping it is pulling the plug: the link then leads to a new terminal. */
final class TerminalWire implements Wire {
    private static final Duration WAIT = Duration.ofMillis(100);

    private static final int USUAL_BAUD = 115_200;

    private final Path link;
    private final int baud;
    private volatile PseudoTerminal terminal;
    private volatile boolean unplugged;

    TerminalWire(Path link, int baud) throws IOException {
        this.link = link;
        this.baud = baud > 0 ? baud : USUAL_BAUD;
        this.terminal = open(link);
    }

    private static PseudoTerminal open(Path link) throws IOException {
        PseudoTerminal fresh = PseudoTerminal.open();
        fresh.link(link);
        return fresh;
    }

    @Override
    public URI uri() {
        return URI.create("serial:" + link + "?baud=" + baud);
    }

    @Override
    public URI device() {
        return URI.create("serial:" + terminal.path());
    }

    @Override
    public byte[] read() throws IOException {
        PseudoTerminal current = terminal;
        try {
            return current.read(WAIT);
        } catch (IOException e) {
            replace(current);
            throw e;
        }
    }

    /** A pulled plug is put in again at once, unless somebody keeps it out or was faster. */
    private synchronized void replace(PseudoTerminal pulled) throws IOException {
        if (!unplugged && terminal == pulled) {
            terminal = open(link);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        terminal.write(bytes);
    }

    @Override
    public void drop() {
        terminal.close();
    }

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public synchronized void unplug() {
        unplugged = true;
        terminal.close();
    }

    @Override
    public synchronized void plugIn() throws IOException {
        terminal = open(link);
        unplugged = false;
    }

    @Override
    public void close() {
        unplug();
    }
}
