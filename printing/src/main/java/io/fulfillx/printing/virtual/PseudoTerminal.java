package io.fulfillx.printing.virtual;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** A pseudo-terminal (Linux): this side plays the device, the path is what a driver opens. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class PseudoTerminal implements AutoCloseable {
    public static PseudoTerminal open() throws IOException {
        throw new UnsupportedOperationException("being built");
    }

    /** The terminal to open, such as /dev/pts/3. */
    public Path path() {
        throw new UnsupportedOperationException("being built");
    }

    /** Makes a symbolic link to {@link #path()}, removed on close. */
    public void link(Path link) throws IOException {
        throw new UnsupportedOperationException("being built");
    }

    /** What the driver wrote. */
    public InputStream in() {
        throw new UnsupportedOperationException("being built");
    }

    /** Where the device speaks. */
    public OutputStream out() {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("being built");
    }
}
