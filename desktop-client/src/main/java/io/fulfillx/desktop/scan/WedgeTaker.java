package io.fulfillx.desktop.scan;

/** Where the scans of a scanner that plays keyboard go. */
public interface WedgeTaker {
    /** What a scan that begins at this moment is aimed at. */
    String aim();

    /**
     * Takes a whole scan. Never lost, kept in order with those of other scanners.
     *
     * @param aim what {@link #aim} said at its first key
     */
    void wedgeScanned(String text, String aim);
}
