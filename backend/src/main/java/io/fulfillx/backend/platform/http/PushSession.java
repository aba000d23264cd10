package io.fulfillx.backend.platform.http;

/** One open WebSocket, as the one who pushes sees it. */
public interface PushSession {
    boolean isOpen();

    /** Says that there is something new; carries no data. Does nothing once it is closed. */
    void poke();

    /** Shows both sides that the other is still there. */
    void beat();
}
