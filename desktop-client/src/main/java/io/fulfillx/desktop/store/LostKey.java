package io.fulfillx.desktop.store;

/** What to do with a store whose key file is missing, damaged or of another store. */
public enum LostKey {
    /** Nothing: somebody has to say what they want. */
    REFUSE,
    /**
     * Go on with a new key. What the old one sealed comes anew from the server; what was not sent
     * is kept and signed anew. For a station that a manager enrols again.
     */
    REPLACE
}
