package io.fulfillx.desktop.queue;

/** What waits here, in the order it should be done. */
@SuppressWarnings("DoNotCallSuggester")
public final class WorkQueue {
    /**
     * @param search part of an order name, tote, SKU, title or name of the buyer; blank for all
     */
    public QueueView view(String search) {
        throw new UnsupportedOperationException(search);
    }
}
