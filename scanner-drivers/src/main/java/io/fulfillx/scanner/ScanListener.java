package io.fulfillx.scanner;

/**
 * Hears of the end of every scan that came to an inbox: each one is delivered, refused or a
 * duplicate. All calls are on the inbox's executor, one at a time and in order of arrival.
 */
public interface ScanListener {
    /**
     * Takes a scan that was aimed at the work in hand.
     *
     * @return whether the work in hand has changed by it: then nothing more is delivered until
     *     {@link ScanInbox#arm}
     */
    After scanned(Scan scan);

    /** The scan is not delivered; the packer must be told, the scanner itself is told already. */
    default void refused(Scan scan, Refusal why) {
        // For those who have nobody to tell.
    }

    /** The scanner sent its last scan twice. */
    default void duplicate(Scan scan) {
        // Mostly not of interest.
    }

    /** What a scan did to the work in hand. */
    enum After {
        SAME_WORK,
        NEXT_WORK
    }

    /** Why a scan is not delivered. */
    enum Refusal {
        /** The screen was not ready, and the policy is not to wait. */
        NOT_READY,
        /** It was aimed at work that is over. */
        OTHER_WORK,
        /** More scans wait than anybody can have meant. */
        TOO_MANY,
        /** The inbox was closed before it could be delivered. */
        CLOSED
    }
}
