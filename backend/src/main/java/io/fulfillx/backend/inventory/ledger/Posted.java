package io.fulfillx.backend.inventory.ledger;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What became of an event.
 *
 * @param eventId the booked event, the earlier one when it is repeated; null when it was refused
 */
public record Posted(Fate fate, @Nullable UUID eventId) {
    /** How it ended. */
    public enum Fate {
        BOOKED,
        /** It was booked before; nothing changed. */
        REPEATED,
        /** There is not enough; nothing changed. */
        REFUSED,
        /** A numbered unit is not where it is taken from, or is elsewhere; nothing changed. */
        MISNUMBERED
    }

    static final Posted REFUSED = new Posted(Fate.REFUSED, null);
    static final Posted MISNUMBERED = new Posted(Fate.MISNUMBERED, null);

    /** Whether the ledger has the event, from now or from before. */
    public boolean isBooked() {
        return eventId != null;
    }
}
