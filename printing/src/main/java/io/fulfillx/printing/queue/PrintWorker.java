package io.fulfillx.printing.queue;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/** Prints jobs on one printer, in order. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class PrintWorker implements AutoCloseable {
    public PrintWorker(
            URI printer, PrintJournal journal, Consumer<PrintResult> listener, Clock clock) {
        throw new UnsupportedOperationException("being built");
    }

    public void submit(PrintJob job) {
        throw new UnsupportedOperationException("being built");
    }

    /** After a restart: finds out what became of an intent without an outcome. Never prints. */
    public void resolve(PrintIntent intent) {
        throw new UnsupportedOperationException("being built");
    }

    /** Takes a waiting job out of the queue; false when its bytes have begun to leave. */
    public boolean cancel(UUID jobId) {
        throw new UnsupportedOperationException("being built");
    }

    public PrinterState state() {
        throw new UnsupportedOperationException("being built");
    }

    /** Jobs that have no outcome yet. */
    public int waiting() {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("being built");
    }
}
