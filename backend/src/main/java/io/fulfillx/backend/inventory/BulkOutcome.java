package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ledger.Posted;
import io.fulfillx.backend.platform.Fault;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What became of one of many.
 *
 * @param key the caller's name for it
 * @param outcome booked, repeated or refused
 * @param eventId the event in the ledger, the earlier one when it is repeated
 * @param code why it was refused, as in a problem
 * @param pointer to the field that is wrong, from the movement on
 */
record BulkOutcome(
        String key,
        String outcome,
        @Nullable UUID eventId,
        @Nullable String code,
        @Nullable String detail,
        @Nullable String pointer) {
    static BulkOutcome of(String key, Posted posted) {
        return switch (posted.fate()) {
            case BOOKED -> new BulkOutcome(key, "booked", posted.eventId(), null, null, null);
            case REPEATED -> new BulkOutcome(key, "repeated", posted.eventId(), null, null, null);
            case REFUSED, MISNUMBERED -> refused(key, BookStock.refusal(posted));
        };
    }

    static BulkOutcome refused(String key, Fault why) {
        return new BulkOutcome(
                key, "refused", null, why.code().slug(), why.detail(), why.pointer().orElse(null));
    }
}
