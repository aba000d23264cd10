package io.fulfillx.backend.inventory.ledger;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** A row of the ledger as the statement reads it. */
record LedgerRow(
        UUID id,
        UUID event,
        int n,
        long seq,
        UUID item,
        UUID location,
        String lot,
        String kind,
        int hand,
        int res,
        int alloc,
        int quar,
        int dam,
        int insp,
        int transit,
        @Nullable List<String> serials,
        @Nullable UUID subject,
        String key,
        String actor,
        String approver,
        String code,
        String reason,
        @Nullable UUID reverses,
        @Nullable String effective) {
    /** Names a row: its own id and the event's, which leg it is, and its number in the stream. */
    record Name(UUID id, UUID event, int leg, long seq) {}

    static LedgerRow of(Name name, Posting posting, StockLeg leg) {
        Buckets d = leg.delta();
        Booking booking = posting.booking();
        return new LedgerRow(
                name.id(),
                name.event(),
                name.leg(),
                name.seq(),
                leg.key().item().value(),
                leg.key().location().value(),
                leg.key().lot(),
                posting.event().kind().name(),
                d.onHand(),
                d.reserved(),
                d.allocated(),
                d.quarantine(),
                d.damaged(),
                d.inspection(),
                d.inTransit(),
                leg.serials().isEmpty() ? null : leg.serials(),
                booking.subject(),
                booking.key(),
                booking.actor(),
                booking.approver(),
                booking.reasonCode(),
                booking.reason(),
                posting.event() instanceof StockEvent.Reverse reverse ? reverse.eventId() : null,
                booking.effectiveAt() == null ? null : booking.effectiveAt().toString());
    }
}
