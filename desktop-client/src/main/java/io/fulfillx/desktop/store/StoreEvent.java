package io.fulfillx.desktop.store;

/** What a commit changed, for those who watch the store. */
public enum StoreEvent {
    /** A confirmed act: there may be something to send. */
    JOURNAL,
    /** The server answered for acts. */
    ANSWERED,
    /** Jobs, roster or cartons came from the server. */
    FEED
}
