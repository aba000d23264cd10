package io.fulfillx.printing.virtual;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A thermal printer in software. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class VirtualPrinter implements AutoCloseable {
    /** Listens on this loopback port; 0 takes any free one. */
    public static VirtualPrinter onTcp(int port, LabelSink sink) throws IOException {
        throw new UnsupportedOperationException("being built");
    }

    /** Opens a pseudo-terminal and makes the link point to it. */
    public static VirtualPrinter onPty(Path link, LabelSink sink) throws IOException {
        throw new UnsupportedOperationException("being built");
    }

    /** The address to print to. */
    public URI uri() {
        throw new UnsupportedOperationException("being built");
    }

    public void paperOut(boolean out) {
        throw new UnsupportedOperationException("being built");
    }

    public void headOpen(boolean open) {
        throw new UnsupportedOperationException("being built");
    }

    public void pause(boolean paused) {
        throw new UnsupportedOperationException("being built");
    }

    /** While stalled the printer reads nothing. */
    public void stall(boolean stalled) {
        throw new UnsupportedOperationException("being built");
    }

    /** Cuts the connection of the present client. */
    public void dropConnection() {
        throw new UnsupportedOperationException("being built");
    }

    /** Cuts the connection once, after that many more bytes of label data. */
    public void cutAfter(int bytes) {
        throw new UnsupportedOperationException("being built");
    }

    public void labelsPerSecond(double speed) {
        throw new UnsupportedOperationException("being built");
    }

    public long labelsPrinted() {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("being built");
    }
}
