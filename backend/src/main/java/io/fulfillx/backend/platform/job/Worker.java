package io.fulfillx.backend.platform.job;

/** A bounded, idempotent piece of background work. */
public interface Worker {
    /** Its name in logs and metrics. */
    String name();

    /**
     * Does at most one batch.
     *
     * @return true when there is more to do at once
     */
    boolean runOnce();
}
