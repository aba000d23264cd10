package io.fulfillx.launcher.demo;

import io.fulfillx.launcher.process.ProgramFailed;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something to become true, but not for ever. */
final class Patience {
    private static final Duration LOOK = Duration.ofMillis(100);

    private Patience() {}

    /**
     * @return whether it became true in time
     */
    static boolean until(Duration patience, BooleanSupplier done) {
        long end = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            sleep(LOOK);
        }
        return true;
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }
}
