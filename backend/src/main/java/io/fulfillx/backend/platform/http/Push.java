package io.fulfillx.backend.platform.http;

/** Tells a connected caller that there is something new, for as long as the connection lasts. */
@FunctionalInterface
public interface Push {
    /** Runs on a thread of its own; returning ends the connection. */
    void run(Principal principal, PushSession session);
}
