package io.fulfillx.desktop.status;

import java.util.function.Consumer;

/** Watches link, journal and devices; tells listeners whenever something changed. */
@SuppressWarnings("DoNotCallSuggester")
public final class StationStatus {
    public StatusSnapshot now() {
        throw new UnsupportedOperationException();
    }

    /** The listener is called on a background thread, at once and after each change. */
    public void listen(Consumer<StatusSnapshot> listener) {
        throw new UnsupportedOperationException();
    }
}
