package io.fulfillx.desktop.sync;

import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.EnrolmentCode;
import io.fulfillx.model.sync.FloorPass;
import io.fulfillx.model.sync.FloorSignIn;
import io.fulfillx.model.sync.StationView;

import java.util.List;
import java.util.UUID;

/**
 * All stations of the house, for a lead or manager who proved it at this one. Every call waits for
 * the server: never call one on the path of a scan. A key is the same for a repeat after a lost
 * answer.
 */
public interface FleetDesk {
    Answer<FloorPass> admit(FloorSignIn who);

    /** By their age. */
    Answer<List<StationView>> stations(FloorPass pass);

    /**
     * @param text empty takes the message away
     */
    Answer<StationView> message(FloorPass pass, StationId station, String text, UUID key);

    Answer<StationView> drain(FloorPass pass, StationId station, boolean draining, UUID key);

    Answer<StationView> revoke(FloorPass pass, StationId station, UUID key);

    /** A new station of that name is expected. */
    Answer<EnrolmentCode> expect(FloorPass pass, String name, UUID key);

    /** A new code for a station that is there. */
    Answer<EnrolmentCode> newCode(FloorPass pass, StationId station, UUID key);

    /** What the server said. */
    sealed interface Answer<T> {
        record Given<T>(T value) implements Answer<T> {}

        /** Nobody knows whether it heard. */
        record Silence<T>() implements Answer<T> {}

        /**
         * It heard, and will not.
         *
         * @param status of HTTP
         * @param detail a sentence in the server's language
         */
        record Refusal<T>(int status, String detail) implements Answer<T> {}
    }
}
