package io.fulfillx.printing.queue;

/** What makes a label count as printed, the best first. */
public final class Evidence {
    /** The printer announced this very label. */
    public static final String ANNOUNCEMENT = "device-announcement";

    /** The printer acknowledged one label after the other, and it was this one's turn. */
    public static final String ACKNOWLEDGEMENT = "device-acknowledgement";

    /** The printer's own count of labels moved past it. */
    public static final String COUNTER = "device-counter";

    /** On the connection that carried it the printer says that it is idle and without fault. */
    public static final String STATUS = "device-status";

    /** It stands in the file that takes the printer's place. */
    public static final String FILE = "file";

    /** A person scanned the label that came out. */
    public static final String SCAN = "scanned";

    private Evidence() {}
}
