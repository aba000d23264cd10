package io.fulfillx.scanner;

import java.util.function.Consumer;

/** A device that delivers scans. */
public interface ScanSource extends AutoCloseable {
    String name();

    SourceState state();

    /** Begins to deliver, on a thread of the source. Call it once. */
    void start(Consumer<Scan> sink);

    @Override
    void close();
}
