package io.fulfillx.model.sync;

/** The versions of what station and server say to each other. */
public final class Protocol {
    /**
     * 1 began; 2 names lots and serial numbers; 3 signs the journal, names its version and its
     * claims, and knows of tasks, of acts that are applied with an exception and of jobs without a
     * label.
     */
    public static final int CURRENT = 3;

    /** A server understands the current one and two before it. */
    public static final int OLDEST = CURRENT - 2;

    /** From this version on stations know of acts that are applied with an exception. */
    public static final int TELLS_EXCEPTIONS = 3;

    /** From this version on stations pack parcels whose label is not there yet. */
    public static final int LACKS_LABELS = 3;

    /** Stands in every request of a station since version 3. */
    public static final String HEADER = "X-Station-Protocol";

    private Protocol() {}
}
