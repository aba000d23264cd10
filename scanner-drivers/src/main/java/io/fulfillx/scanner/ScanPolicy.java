package io.fulfillx.scanner;

import java.time.Duration;

/**
 * How an inbox treats scans that come at a bad moment.
 *
 * @param whileDisarmed what becomes of a scan that comes while the screen is not ready
 * @param doubleRead a repeat of a device's last scan within this time is the hardware's, since no
 *     hand pulls a trigger twice that fast
 * @param mostHeld how many scans may wait; more are refused
 */
public record ScanPolicy(WhileDisarmed whileDisarmed, Duration doubleRead, int mostHeld) {
    private static final Duration USUAL_DOUBLE_READ = Duration.ofMillis(120);
    private static final int USUAL_MOST_HELD = 100;

    /** What becomes of a scan that comes while the screen is not ready. */
    public enum WhileDisarmed {
        /** It waits, and is delivered if the same work is armed again. */
        HOLD,
        /** It is refused at once. */
        REFUSE
    }

    /** Scans wait; 120 ms; at most 100. */
    public static ScanPolicy holding() {
        return new ScanPolicy(WhileDisarmed.HOLD, USUAL_DOUBLE_READ, USUAL_MOST_HELD);
    }

    /** Scans are refused; 120 ms. */
    public static ScanPolicy refusing() {
        return new ScanPolicy(WhileDisarmed.REFUSE, USUAL_DOUBLE_READ, USUAL_MOST_HELD);
    }
}
