package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Condition;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.inventory.ledger.StockLeg;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Everything that a person does to the units of one item at one place, and its reversal. */
final class MoveStock {
    private final Transactions transactions;
    private final FindStock find;
    private final BookStock book;
    private final Clock clock;
    private final Supplier<UUID> ids;

    MoveStock(
            Transactions transactions,
            FindStock find,
            BookStock book,
            Clock clock,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.find = find;
        this.book = book;
        this.clock = clock;
        this.ids = ids;
    }

    /** What is done. */
    enum Act {
        RECEIVE,
        PUT_AWAY,
        QUARANTINE,
        RELEASE_Q,
        DAMAGE,
        SCRAP,
        RETURN_RECEIVE
    }

    /**
     * A movement as people say it.
     *
     * @param uom the unit of measure of the quantity, single units when absent
     * @param toLocation where units are put away to
     * @param condition what the units are fit for before it, or how returned units are judged
     * @param expiresOn last day of a lot that is new
     * @param effectiveAt when it happened, now when absent; never in the future
     */
    record Movement(
            @Field(needed = true) @Nullable Act kind,
            @Field(needed = true) @Nullable Sku sku,
            @Field(needed = true, min = 1, max = 40) @Nullable String location,
            @Field(max = 40) @Nullable String lot,
            @Field(needed = true) @Nullable Quantity quantity,
            @Field(max = 12, about = "A unit of measure of the item; single units when absent.")
                    @Nullable String uom,
            @Nullable List<String> serials,
            @Field(min = 1, max = 40, about = "Where units are put away to.")
                    @Nullable String toLocation,
            @Field(about = "What the units are fit for; SELLABLE when absent.")
                    @Nullable Condition condition,
            @Field(about = "The last day of a lot that is new.") @Nullable LocalDate expiresOn,
            @Field(max = 24, about = "Capital letters, digits and _.") @Nullable String reasonCode,
            @Field(max = 300) @Nullable String reason,
            @Field(about = "When it happened, now when absent; never in the future.")
                    @Nullable Instant effectiveAt) {}

    /** The event that was booked. */
    record Booked(UUID eventId) {}

    Booked move(OrgId org, Movement movement, String actor) {
        Act act = movement.kind();
        if (act == null) {
            throw Fault.invalid("/kind", "This field is required.");
        }
        Instant when = movement.effectiveAt();
        if (when != null && when.isAfter(clock.instant())) {
            throw Fault.invalid("/effectiveAt", "What was done cannot be in the future.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    Booking booking =
                            Booking.of("move/" + ids.get(), null, actor)
                                    .because(code(movement.reasonCode()), why(movement.reason()))
                                    .happenedAt(when);
                    return new Booked(book.book(tx, event(tx, act, movement), booking));
                });
    }

    private StockEvent event(Tx tx, Act act, Movement m) {
        StockKey key =
                switch (act) {
                    case RECEIVE, RETURN_RECEIVE ->
                            find.newKey(tx, m.sku(), m.location(), m.lot(), m.expiresOn());
                    case PUT_AWAY, QUARANTINE, RELEASE_Q, DAMAGE, SCRAP ->
                            find.key(tx, m.sku(), m.location(), m.lot());
                };
        int units = find.units(tx, key.item(), m.quantity(), m.uom());
        LocationId to =
                act == Act.PUT_AWAY
                        ? find.newKey(tx, m.sku(), m.toLocation(), m.lot(), null).location()
                        : null;
        List<String> serials =
                switch (act) {
                    case RECEIVE, PUT_AWAY, SCRAP, RETURN_RECEIVE -> serials(tx, key, units, m);
                    case QUARANTINE, RELEASE_Q, DAMAGE -> List.of();
                };
        return MovementPolicy.event(
                act, new MovementPolicy.Units(key, to, units, m.condition(), serials));
    }

    private List<String> serials(Tx tx, StockKey key, int units, Movement movement) {
        return find.serials(tx, key.item(), units, movement.serials());
    }

    /** A short code that reports group by. */
    static String code(@Nullable String code) {
        if (code == null) {
            return "";
        }
        if (!code.matches("[A-Z0-9_]{1,24}")) {
            throw Fault.invalid("/reasonCode", "A reason code has capital letters, digits and _.");
        }
        return code;
    }

    static String why(@Nullable String reason) {
        String text = reason == null ? "" : reason.strip();
        if (text.length() > 300) {
            throw Fault.invalid("/reason", "This field has at most 300 characters.");
        }
        return text;
    }

    /**
     * Books the exact opposite of an event.
     *
     * @throws Fault NOT_ALLOWED_NOW when it was reversed before, binds promises, or its units are
     *     no longer there
     */
    Booked reverse(OrgId org, UUID event, @Nullable String reason, String actor) {
        String text = why(reason);
        if (text.isEmpty()) {
            throw Fault.invalid("/reason", "Say why.");
        }
        return transactions.inOrg(
                org,
                tx -> {
                    List<StockLeg> legs = book.ledger().legsOf(tx, event);
                    if (legs.isEmpty()) {
                        throw Fault.notFound("event");
                    }
                    requireReversible(tx, event);
                    Booking booking =
                            Booking.of(
                                            "reverse/" + event,
                                            book.ledger().subjectOf(tx, event).orElse(null),
                                            actor)
                                    .because("REVERSE", text);
                    return new Booked(book.book(tx, new StockEvent.Reverse(event, legs), booking));
                });
    }

    private void requireReversible(Tx tx, UUID event) {
        if (!book.ledger().isReversible(tx, event)) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "A promise ends by releasing or shipping it, and a reversal by booking the"
                            + " movement again.");
        }
    }
}
