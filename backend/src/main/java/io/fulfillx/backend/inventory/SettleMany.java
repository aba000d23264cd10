package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationStore.Held;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.Posted;
import io.fulfillx.backend.inventory.ledger.Posting;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ends all that is promised to orders, many at once: the units leave, or are free again. */
final class SettleMany {
    private final ReservationStore reservations;
    private final BookStock book;
    private final BulkStore store = new BulkStore();

    SettleMany(ReservationStore reservations, BookStock book) {
        this.reservations = reservations;
        this.book = book;
    }

    /**
     * The end of an order's promises.
     *
     * @param key the caller's name for it, for ever
     * @param ships true when the units leave
     */
    record Settlement(String key, OrderId order, boolean ships) {}

    List<BulkOutcome> settle(Tx tx, List<Settlement> wanted, String actor) {
        Set<OrderId> orders = wanted.stream().map(Settlement::order).collect(Collectors.toSet());
        Set<ItemId> items =
                reservations.held(tx, orders).stream()
                        .map(held -> held.key().item())
                        .collect(Collectors.toSet());
        book.ledger().lock(tx, items);
        Map<OrderId, List<Held>> open =
                reservations.held(tx, orders).stream()
                        .collect(Collectors.groupingBy(Held::orderId));
        Map<String, UUID> before =
                book.ledger().eventsOf(tx, wanted.stream().map(w -> bookingKey(w.key())).toList());
        Map<String, BulkOutcome> outcomes = new HashMap<>();
        List<Settlement> done = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        Set<ItemId> numbered =
                store.keepings(tx, items).entrySet().stream()
                        .filter(each -> each.getValue().tracksSerials())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        for (Settlement each : wanted) {
            UUID event = before.get(bookingKey(each.key()));
            List<Held> held = open.getOrDefault(each.order(), List.of());
            if (event != null) {
                outcomes.put(
                        each.key(),
                        BulkOutcome.of(each.key(), new Posted(Posted.Fate.REPEATED, event)));
            } else if (held.isEmpty()) {
                outcomes.put(each.key(), BulkOutcome.refused(each.key(), nothing()));
            } else if (held.stream().anyMatch(h -> numbered.contains(h.key().item()))) {
                outcomes.put(each.key(), BulkOutcome.refused(each.key(), numbered()));
            } else {
                postings.add(posting(each, held, actor));
                done.add(each);
                open.remove(each.order());
            }
        }
        List<Posted> posted = book.bookAll(tx, postings);
        for (int i = 0; i < done.size(); i++) {
            if (posted.get(i).fate() != Posted.Fate.BOOKED) {
                throw new IllegalStateException("promised stock was not there: " + done.get(i));
            }
            String key = done.get(i).key();
            outcomes.put(key, BulkOutcome.of(key, posted.get(i)));
        }
        reservations.settleAll(tx, done);
        return wanted.stream()
                .map(each -> Objects.requireNonNull(outcomes.get(each.key())))
                .toList();
    }

    private static Posting posting(Settlement wanted, List<Held> held, String actor) {
        List<Portion> portions = held.stream().map(each -> each.portion(each.units())).toList();
        StockEvent event =
                wanted.ships()
                        ? new StockEvent.CommitShip(portions)
                        : new StockEvent.Release(portions);
        return new Posting(
                event, Booking.of(bookingKey(wanted.key()), wanted.order().value(), actor));
    }

    private static String bookingKey(String key) {
        return "settle/" + key;
    }

    private static Fault nothing() {
        return new Fault(
                Fault.Code.NOT_ALLOWED_NOW, "Nothing is promised to this order.", "/orderId");
    }

    private static Fault numbered() {
        return new Fault(
                Fault.Code.NOT_ALLOWED_NOW,
                "Numbered units are settled parcel by parcel.",
                "/orderId");
    }
}
