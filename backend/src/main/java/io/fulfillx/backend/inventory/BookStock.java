package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.StockEffects;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
        if (ledger.post(tx, event, booking) == StockLedger.Posted.REFUSED) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "So many units are not there, or they are promised or kept apart.",
                    "/quantity");
        }
        Set<ItemId> more =
                StockEffects.of(event).stream()
                        .filter(leg -> leg.delta().available() > 0)
                        .map(leg -> leg.key().item())
                        .collect(Collectors.toSet());
        more.forEach(item -> outbox.add(tx, ReceiveStock.STOCK_ADDED, item.value()));
        return ledger.eventOf(tx, booking.key()).orElseThrow();
    }
}
