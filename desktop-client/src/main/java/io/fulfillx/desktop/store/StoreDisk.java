package io.fulfillx.desktop.store;

/** What a store lies on. */
public enum StoreDisk {
    /** A disk that keeps what was synced to it through a power cut. */
    DURABLE("FULL", "2"),
    /** Memory that is thrown away with the program: nothing is synced, and nobody sweeps up. */
    PASSING("OFF", "0");

    private final String synchronous;
    private final String readBack;

    StoreDisk(String synchronous, String readBack) {
        this.synchronous = synchronous;
        this.readBack = readBack;
    }

    /** SQLite's word for it. */
    String synchronous() {
        return synchronous;
    }

    /** What SQLite answers when it is asked. */
    String readBack() {
        return readBack;
    }
}
