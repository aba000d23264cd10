package io.fulfillx.backend.inventory.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Who books an event, for what and why.
 *
 * @param key unique in the organisation; an event that comes again with it changes nothing
 * @param subject the order, parcel, transfer, count or kit it is for
 * @param approver who agreed, empty when nobody had to
 * @param effectiveAt when it happened, which may be earlier than it is recorded; null for now
 */
public record Booking(
        String key,
        @Nullable UUID subject,
        String actor,
        String approver,
        String reasonCode,
        String reason,
        @Nullable Instant effectiveAt) {
    public static Booking of(String key, @Nullable UUID subject, String actor) {
        return new Booking(key, subject, actor, "", "", "", null);
    }

    public Booking because(String code, String text) {
        return new Booking(key, subject, actor, approver, code, text, effectiveAt);
    }

    public Booking approvedBy(String person) {
        return new Booking(key, subject, actor, person, reasonCode, reason, effectiveAt);
    }

    public Booking happenedAt(@Nullable Instant when) {
        return new Booking(key, subject, actor, approver, reasonCode, reason, when);
    }
}
