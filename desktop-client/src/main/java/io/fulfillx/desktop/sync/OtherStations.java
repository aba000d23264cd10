package io.fulfillx.desktop.sync;

import io.fulfillx.model.station.ClaimNotice;
import io.fulfillx.model.sync.RecallRequest;

import java.util.List;
import java.util.UUID;

/**
 * What other stations have, as the server says. Both calls wait for it: never call them on the path
 * of a scan.
 */
public interface OtherStations {
    /** Who has the parcels with a code. */
    Answer find(RecallRequest code);

    /**
     * Takes them over.
     *
     * @param key the same for a repeat after a lost answer
     */
    Answer take(RecallRequest code, UUID key);

    /** What the server said. */
    sealed interface Answer {
        /** The claims as they are now; none when no other station has such a parcel. */
        record Claims(List<ClaimNotice> claims) implements Answer {
            public Claims {
                claims = List.copyOf(claims);
            }
        }

        /** Nobody knows whether it heard. */
        record Silence() implements Answer {}

        /**
         * It heard, and will not.
         *
         * @param status of HTTP
         */
        record Refusal(int status) implements Answer {}
    }
}
