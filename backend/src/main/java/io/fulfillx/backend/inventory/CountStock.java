package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.StockWorkStore.Count;
import io.fulfillx.backend.inventory.StockWorkStore.CountView;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Counts a place while work goes on: what was there when the count began is compared with what was
 * counted, and the difference is booked, whatever moved in between.
 */
final class CountStock {
    private final Transactions transactions;
    private final FindStock find;
    private final BookStock book;
    private final StockWorkStore work;
    private final Supplier<UUID> ids;

    CountStock(
            Transactions transactions,
            FindStock find,
            BookStock book,
            StockWorkStore work,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.find = find;
        this.book = book;
        this.work = work;
        this.ids = ids;
    }

    /** What is to be counted. */
    record Start(
            @Field(needed = true) @Nullable Sku sku,
            @Field(needed = true, min = 1, max = 40) @Nullable String location,
            @Field(max = 40) @Nullable String lot) {}

    /**
     * What was found.
     *
     * @param serials numbers that were found too much or are missing, for numbered items
     */
    record Found(
            @Field(needed = true) @Nullable Quantity counted, @Nullable List<String> serials) {}

    CountView start(OrgId org, Start wanted, String actor) {
        return transactions.inOrg(
                org,
                tx -> {
                    StockKey key = find.key(tx, wanted.sku(), wanted.location(), wanted.lot());
                    book.ledger().lock(tx, List.of(key.item()));
                    UUID id = ids.get();
                    long seq = book.ledger().lastSeq(tx, key.item());
                    work.addCount(tx, id, key, seq, book.ledger().onHand(tx, key), actor);
                    return work.count(tx, id).orElseThrow().view();
                });
    }

    /**
     * @throws Fault NOT_ALLOWED_NOW when it was finished before, or less was counted than is
     *     promised
     */
    CountView finish(OrgId org, UUID id, Found found, String actor) {
        Quantity counted = found.counted();
        if (counted == null) {
            throw Fault.invalid("/counted", "This field is required.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    Count count = work.count(tx, id).orElseThrow(() -> Fault.notFound("count"));
                    if (!work.finishCount(tx, id, counted.units())) {
                        throw new Fault(Fault.Code.NOT_ALLOWED_NOW, "This count is finished.");
                    }
                    int delta = counted.units() - count.expected();
                    List<String> serials =
                            find.serials(tx, count.key().item(), delta, found.serials());
                    var event =
                            new StockEvent.Count(
                                    count.key(), counted.units(), count.expected(), serials);
                    Booking booking =
                            Booking.of("count/" + id, id, actor)
                                    .because("COUNT", "since " + count.view().startSeq());
                    var _ = book.book(tx, event, booking);
                    return work.count(tx, id).orElseThrow().view();
                });
    }
}
