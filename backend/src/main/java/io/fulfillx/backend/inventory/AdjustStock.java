package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.StockWorkStore.Adjustment;
import io.fulfillx.backend.inventory.StockWorkStore.AdjustmentView;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Corrects what is on hand: small corrections at once, large ones when a second person agrees. */
final class AdjustStock {
    private final Transactions transactions;
    private final FindStock find;
    private final BookStock book;
    private final StockWorkStore work;
    private final Supplier<UUID> ids;

    AdjustStock(
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

    /** A correction as people say it. */
    record Correction(
            @Field(needed = true) @Nullable Sku sku,
            @Field(needed = true, min = 1, max = 40) @Nullable String location,
            @Field(max = 40) @Nullable String lot,
            @Field(needed = true, min = -1_000_000, max = 1_000_000, about = "Units, not 0.")
                    @Nullable Integer delta,
            @Nullable List<String> serials,
            @Field(needed = true, max = 24, about = "Capital letters, digits and _.")
                    @Nullable String reasonCode,
            @Field(max = 300) @Nullable String reason) {}

    /** Who wants it and why. */
    record Wish(List<String> serials, String reasonCode, String reason, String actor) {}

    AdjustmentView ask(OrgId org, Correction wanted, String actor) {
        Integer delta = wanted.delta();
        if (delta == null || delta == 0 || Math.abs((long) delta) > Quantity.MAX_UNITS) {
            throw Fault.invalid("/delta", "A number of units from -1,000,000 to 1,000,000, not 0.");
        }
        String code = MoveStock.code(wanted.reasonCode());
        if (code.isEmpty()) {
            throw Fault.invalid("/reasonCode", "Say why by a code.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    StockKey key = find.key(tx, wanted.sku(), wanted.location(), wanted.lot());
                    List<String> serials = find.serials(tx, key.item(), delta, wanted.serials());
                    Wish wish = new Wish(serials, code, MoveStock.why(wanted.reason()), actor);
                    UUID id = ids.get();
                    boolean large = AdjustmentLimit.isExceeded(tx, key.item(), delta);
                    work.addAdjustment(tx, id, key, delta, wish, large ? "WAITING" : "BOOKED");
                    if (!large) {
                        book(tx, work.adjustment(tx, id).orElseThrow(), "");
                    }
                    return view(tx, id);
                });
    }

    private void book(Tx tx, Adjustment adjustment, String approver) {
        AdjustmentView view = adjustment.view();
        var event = new StockEvent.Adjust(adjustment.key(), view.delta(), view.serials());
        Booking booking =
                Booking.of(
                                "adjustment/" + view.adjustmentId(),
                                view.adjustmentId(),
                                view.requestedBy())
                        .because(view.reasonCode(), view.reason())
                        .approvedBy(approver);
        var _ = book.book(tx, event, booking);
    }

    /**
     * @throws Fault NOT_ALLOWED_NOW when it was decided before, or by the one who asked for it
     */
    AdjustmentView decide(OrgId org, UUID id, boolean agreed, String actor) {
        return transactions.inOrg(
                org,
                tx -> {
                    Adjustment adjustment =
                            work.adjustment(tx, id).orElseThrow(() -> Fault.notFound("adjustment"));
                    if (agreed && adjustment.view().requestedBy().equals(actor)) {
                        throw new Fault(
                                Fault.Code.NOT_ALLOWED_NOW,
                                "Somebody else has to agree than the one who asked.");
                    }
                    if (!work.decide(tx, id, agreed ? "BOOKED" : "REFUSED", actor)) {
                        throw new Fault(Fault.Code.NOT_ALLOWED_NOW, "This correction is decided.");
                    }
                    if (agreed) {
                        book(tx, adjustment, actor);
                    }
                    return view(tx, id);
                });
    }

    private AdjustmentView view(Tx tx, UUID id) {
        return work.adjustment(tx, id).orElseThrow().view();
    }
}
