package io.fulfillx.backend.sync;

import io.fulfillx.backend.platform.Fault;

/**
 * A journal must not go on: another store writes for its station. That is so of all its rows, so
 * none of them is tried again or blamed for it.
 */
final class JournalOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param detail what the station is told
     */
    JournalOver(String detail) {
        super(detail, null, false, false);
    }

    Fault asFault() {
        return new Fault(Fault.Code.CONFLICT, String.valueOf(getMessage()));
    }
}
