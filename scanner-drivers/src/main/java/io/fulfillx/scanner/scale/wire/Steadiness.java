package io.fulfillx.scanner.scale.wire;

import io.fulfillx.scanner.scale.ScaleReading;

import java.time.Duration;

/**
 * Watches digits. Those of a scale that does not tell motion must rest before they count; those of
 * one that tells motion must not rest for long.
 */
final class Steadiness {
    /** Some scales show a new value only every third of a second. */
    static final Duration REST = Duration.ofMillis(700);

    /** A load that swings does not show the same digits that long. */
    static final Duration FROZEN = Duration.ofSeconds(4);

    private String digits = "";
    private boolean moving;
    private long since;

    /** The reading of a scale that does not tell motion. */
    ScaleReading shown(ScaleReading resting, String now, long nanoTime) {
        note(now, false, nanoTime);
        boolean rests = nanoTime - since >= REST.toNanos();
        return rests || !(resting instanceof ScaleReading.Stable)
                ? resting
                : new ScaleReading.Moving();
    }

    /** The reading of a scale that tells motion. */
    ScaleReading weighed(ScaleReading reading, String now, long nanoTime) {
        boolean moves = reading instanceof ScaleReading.Moving && now.chars().anyMatch(this::digit);
        note(now, moves, nanoTime);
        return moves && nanoTime - since >= FROZEN.toNanos()
                ? new ScaleReading.Stale(ScaleReading.Reason.FROZEN)
                : reading;
    }

    private boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    private void note(String now, boolean moves, long nanoTime) {
        if (!now.equals(digits) || moves != moving) {
            digits = now;
            moving = moves;
            since = nanoTime;
        }
    }
}
