package io.fulfillx.scanner;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The one queue in which the scans of all sources end, in order of arrival. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class ScanInbox implements AutoCloseable {
    public ScanInbox(Consumer<Scan> listener, Executor executor) {
        throw new UnsupportedOperationException("being built");
    }

    /** Starts the source and closes it with this inbox. */
    public void attach(ScanSource source) {
        throw new UnsupportedOperationException("being built");
    }

    /** Takes a scan, from any thread. */
    public void accept(Scan scan) {
        throw new UnsupportedOperationException("being built");
    }

    /** Scans handed on. */
    public long received() {
        throw new UnsupportedOperationException("being built");
    }

    /** Hardware double reads that were dropped. */
    public long repeatsDropped() {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("being built");
    }
}
