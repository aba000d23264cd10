package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Posted;
import io.fulfillx.backend.inventory.ledger.Posting;
import io.fulfillx.backend.inventory.ledger.StockEffects;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.inventory.ledger.StockLedger.Locked;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Books an event or says why not, and tells those who wait for stock. */
final class BookStock {
    private final StockLedger ledger;
    private final Outbox outbox;

    BookStock(StockLedger ledger, Outbox outbox) {
        this.ledger = ledger;
        this.outbox = outbox;
    }

    StockLedger ledger() {
        return ledger;
    }

    /**
     * Returns the event's id, the first one's when it was booked before.
     *
     * @throws Fault NOT_ALLOWED_NOW when the units are not there, or are promised
     */
    UUID book(Tx tx, StockEvent event, Booking booking) {
        Posted posted = bookAll(tx, List.of(new Posting(event, booking))).getFirst();
        UUID booked = posted.eventId();
        if (booked == null) {
            throw refusal(posted);
        }
        return booked;
    }

    /**
     * Books all of them under keys that are new; their items are locked.
     *
     * @throws Fault NOT_ALLOWED_NOW when one does not fit
     */
    void bookEach(Tx tx, List<Posting> postings, Locked locked) {
        ledger.postAll(tx, postings, locked).stream()
                .filter(posted -> posted.fate() != Posted.Fate.BOOKED)
                .findFirst()
                .ifPresent(
                        posted -> {
                            throw refusal(posted);
                        });
    }

    /** Books events as if each were alone; the refused ones have changed nothing. */
    List<Posted> bookAll(Tx tx, List<Posting> postings) {
        List<Posted> posted = ledger.postAll(tx, postings);
        Set<UUID> more = new LinkedHashSet<>();
        for (int i = 0; i < postings.size(); i++) {
            if (posted.get(i).fate() == Posted.Fate.BOOKED) {
                StockEffects.of(postings.get(i).event()).stream()
                        .filter(leg -> leg.delta().available() > 0)
                        .forEach(leg -> more.add(leg.key().item().value()));
            }
        }
        outbox.addAll(tx, ReceiveStock.STOCK_ADDED, more);
        return posted;
    }

    /** Why an event was not booked. */
    static Fault refusal(Posted posted) {
        return posted.fate() == Posted.Fate.MISNUMBERED
                ? StockLedger.misnumbered()
                : new Fault(
                        Fault.Code.NOT_ALLOWED_NOW,
                        "So many units are not there, or they are promised or kept apart.",
                        "/quantity");
    }
}
