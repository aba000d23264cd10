package io.fulfillx.scanner.serial;

import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanSource;
import io.fulfillx.scanner.SourceState;

import java.time.Clock;
import java.util.function.Consumer;

/** A scanner on a serial port; comes back by itself when it is plugged in again. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class SerialScanner implements ScanSource {
    public SerialScanner(String name, String port, int baud, Clock clock) {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public String name() {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public SourceState state() {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void start(Consumer<Scan> sink) {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("being built");
    }
}
