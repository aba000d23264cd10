package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.StockWorkStore.Transfer;
import io.fulfillx.backend.inventory.StockWorkStore.TransferView;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Sends units to another place by a way that takes time; what does not arrive stays under way. */
final class TransferStock {
    private final Transactions transactions;
    private final FindStock find;
    private final BookStock book;
    private final StockWorkStore work;
    private final Supplier<UUID> ids;

    TransferStock(
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

    /** What is sent where. */
    record Sending(
            @Field(needed = true) @Nullable Sku sku,
            @Field(needed = true, min = 1, max = 40) @Nullable String fromLocation,
            @Field(needed = true, min = 1, max = 40) @Nullable String toLocation,
            @Field(max = 40) @Nullable String lot,
            @Field(needed = true) @Nullable Quantity quantity,
            @Nullable String uom,
            @Nullable List<String> serials) {}

    /** What arrived. */
    record Arrival(
            @Field(needed = true) @Nullable Quantity quantity, @Nullable List<String> serials) {}

    TransferView send(OrgId org, Sending sending, String actor) {
        return transactions.inOrg(
                org,
                tx -> {
                    StockKey from =
                            find.key(tx, sending.sku(), sending.fromLocation(), sending.lot());
                    LocationId to = find.location(tx, "/toLocation", sending.toLocation());
                    if (to.equals(from.location())) {
                        throw Fault.invalid("/toLocation", "The units are there already.");
                    }
                    int units = find.units(tx, from.item(), sending.quantity(), sending.uom());
                    List<String> serials = find.serials(tx, from.item(), units, sending.serials());
                    UUID id = ids.get();
                    work.addTransfer(tx, id, from, to, units, actor);
                    var event = new StockEvent.TransferOut(from, to, units, serials);
                    var _ = book.book(tx, event, Booking.of("transfer/" + id, id, actor));
                    return view(tx, id);
                });
    }

    private TransferView view(Tx tx, UUID id) {
        return open(tx, id).view();
    }

    private Transfer open(Tx tx, UUID id) {
        return work.transfer(tx, id).orElseThrow(() -> Fault.notFound("transfer"));
    }

    /**
     * @throws Fault NOT_ALLOWED_NOW when more arrives than is under way
     */
    TransferView receive(OrgId org, UUID id, Arrival arrival, String actor) {
        Quantity quantity = arrival.quantity();
        if (quantity == null || quantity.isZero()) {
            throw Fault.invalid("/quantity", "At least one is expected.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    StockKey to = locked(tx, id).to();
                    int units = quantity.units();
                    if (units > book.ledger().inTransit(tx, id)) {
                        throw new Fault(
                                Fault.Code.NOT_ALLOWED_NOW,
                                "So many units are not under way.",
                                "/quantity");
                    }
                    var event =
                            new StockEvent.TransferIn(
                                    to,
                                    units,
                                    find.serials(tx, to.item(), units, arrival.serials()));
                    var _ = book.book(tx, event, Booking.of("arrival/" + ids.get(), id, actor));
                    return view(tx, id);
                });
    }

    /** So that two arrivals do not both see the same units under way. */
    private Transfer locked(Tx tx, UUID id) {
        Transfer transfer = open(tx, id);
        book.ledger().lock(tx, List.of(transfer.to().item()));
        return transfer;
    }

    /**
     * Gives up what did not arrive.
     *
     * @throws Fault NOT_ALLOWED_NOW when nothing is under way
     */
    TransferView close(OrgId org, UUID id, @Nullable String reason, String actor) {
        String why = MoveStock.why(reason);
        if (why.isEmpty()) {
            throw Fault.invalid("/reason", "Say why.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    StockKey to = locked(tx, id).to();
                    int lost = book.ledger().inTransit(tx, id);
                    if (lost == 0) {
                        throw new Fault(Fault.Code.NOT_ALLOWED_NOW, "Nothing of it is under way.");
                    }
                    Booking booking =
                            Booking.of("loss/" + ids.get(), id, actor).because("LOST", why);
                    var _ = book.book(tx, new StockEvent.TransferLoss(to, lost), booking);
                    return view(tx, id);
                });
    }
}
