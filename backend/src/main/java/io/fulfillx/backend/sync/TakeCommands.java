package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.BookFact.Act;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.Verdict;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes rows of a station's journal, each once and in order. The effect of a row, its verdict and
 * the journal's progress commit together. What physically happened is never refused: where the
 * books say otherwise it is kept as a discrepancy.
 */
final class TakeCommands {
    private static final Logger LOG = LoggerFactory.getLogger(TakeCommands.class);
    private static final HoldType DISCREPANCY = new HoldType("DISCREPANCY");
    private static final String HELD = "order-held";

    private final Transactions transactions;
    private final JournalStore journal;
    private final DiscrepancyStore discrepancies;
    private final BookFact bookFact;
    private final FulfillmentModule fulfillment;
    private final OrdersModule orders;
    private final Supplier<UUID> ids;

    TakeCommands(
            Transactions transactions,
            JournalStore journal,
            DiscrepancyStore discrepancies,
            BookFact bookFact,
            FulfillmentModule fulfillment,
            OrdersModule orders,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.journal = journal;
        this.discrepancies = discrepancies;
        this.bookFact = bookFact;
        this.fulfillment = fulfillment;
        this.orders = orders;
        this.ids = ids;
    }

    /** How far a batch came. */
    sealed interface Taken {
        record All(long lastN, List<CommandVerdict> verdicts) implements Taken {}

        /** Rows before this batch are missing; nothing of it was taken. */
        record Gap(long lastN) implements Taken {}
    }

    /** Where a row was written. */
    private record Origin(OrgId org, StationId station, String epoch) {}

    /**
     * @param rows in order, without gaps among themselves
     * @throws Fault CONFLICT when the epoch holds another command in a row's place
     */
    Taken take(OrgId org, StationId station, String epoch, List<JournalRow> rows) {
        Origin origin = new Origin(org, station, epoch);
        long last = transactions.inOrg(org, tx -> journal.last(tx, station, epoch));
        if (!rows.isEmpty() && rows.getFirst().n() > last + 1) {
            return new Taken.Gap(last);
        }
        List<CommandVerdict> verdicts = new ArrayList<>();
        for (JournalRow row : rows) {
            verdicts.add(
                    row.n() <= last
                            ? transactions.inOrg(org, tx -> before(tx, origin, row))
                            : Correlation.call(row.correlationId(), () -> take(origin, row)));
        }
        return new Taken.All(
                transactions.inOrg(org, tx -> journal.last(tx, station, epoch)), verdicts);
    }

    /**
     * A failure is tried a second time, as it may come from work done at the same moment. After
     * that the row is kept as a discrepancy, so that it cannot block those behind it for ever.
     */
    private CommandVerdict take(Origin origin, JournalRow row) {
        try {
            return attempt(origin, row);
        } catch (RuntimeException first) {
            try {
                return attempt(origin, row);
            } catch (RuntimeException second) {
                LOG.error("row {} of {} cannot be booked", row.n(), origin.station(), second);
                Contradicts failed = new Contradicts("not-booked", reason(second));
                return inTurn(origin, row, _ -> failed);
            }
        }
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof Fault fault
                ? fault.detail()
                : "The server failed to book it. The log has the correlation id.";
    }

    private CommandVerdict attempt(Origin origin, JournalRow row) {
        return inTurn(
                origin,
                row,
                tx -> {
                    Act act =
                            new Act(
                                    row.commandId(),
                                    origin.station(),
                                    row.operatorId(),
                                    row.recordedAt());
                    return bookFact.book(tx, act, row.command().orElseThrow(), false);
                });
    }

    private interface Effect {
        FactOutcome on(Tx tx);
    }

    private CommandVerdict inTurn(Origin origin, JournalRow row, Effect effect) {
        return transactions.inOrg(
                origin.org(),
                tx -> {
                    long last = journal.lock(tx, origin.station(), origin.epoch());
                    if (row.n() <= last) {
                        return before(tx, origin, row);
                    }
                    journal.advance(tx, origin.station(), origin.epoch(), row.n());
                    // The same act may have come in an earlier life of the station's store.
                    Optional<JournalStore.Stored> known =
                            journal.known(tx, row.commandId().value());
                    if (known.isPresent()) {
                        return known.get().again(row.n());
                    }
                    return row.command().isEmpty()
                            ? refused(tx, origin, row)
                            : booked(tx, origin, row, effect.on(tx));
                });
    }

    private CommandVerdict before(Tx tx, Origin origin, JournalRow row) {
        Optional<JournalStore.Stored> stored =
                journal.find(tx, origin.station(), origin.epoch(), row.n());
        if (stored.filter(it -> !it.commandId().equals(row.commandId().value())).isPresent()) {
            throw new Fault(
                    Fault.Code.CONFLICT,
                    "Row "
                            + row.n()
                            + " of this journal is another command. The station's store was"
                            + " copied or restored: begin a new epoch.");
        }
        return stored.map(it -> it.again(row.n()))
                .orElse(new CommandVerdict(row.n(), Verdict.ALREADY_APPLIED, null));
    }

    private CommandVerdict refused(Tx tx, Origin origin, JournalRow row) {
        CommandVerdict verdict = new CommandVerdict(row.n(), Verdict.REFUSED, "not-understood");
        journal.insert(tx, origin.station(), origin.epoch(), row, verdict);
        return verdict;
    }

    private CommandVerdict booked(Tx tx, Origin origin, JournalRow row, FactOutcome outcome) {
        return switch (outcome) {
            case FactOutcome.Applied() -> {
                CommandVerdict verdict = new CommandVerdict(row.n(), Verdict.APPLIED, null);
                journal.insert(tx, origin.station(), origin.epoch(), row, verdict);
                yield verdict;
            }
            case Contradicts(String code, String detail) -> {
                CommandVerdict verdict = new CommandVerdict(row.n(), Verdict.QUARANTINED, code);
                journal.insert(tx, origin.station(), origin.epoch(), row, verdict);
                StationCommand command = row.command().orElseThrow();
                discrepancies.insert(
                        tx, ids.get(), command.parcelId(), row.commandId(), code, detail);
                flag(tx, command.parcelId(), code, detail);
                answer(tx, origin, command.parcelId());
                yield verdict;
            }
        };
    }

    /** A station that speaks of a given-up parcel has it in its hands: it has answered. */
    private void answer(Tx tx, Origin origin, ParcelId parcelId) {
        fulfillment
                .find(tx, parcelId)
                .filter(parcel -> parcel.stationId().equals(origin.station()))
                .filter(parcel -> orders.load(tx, parcel.orderId()).status().isGivenUp())
                .ifPresent(
                        parcel ->
                                orders.answered(
                                        tx,
                                        parcel.orderId(),
                                        parcelId,
                                        "station:" + origin.station()));
    }

    /** Lets nothing more of the order leave until a lead looked into it. */
    private void flag(Tx tx, ParcelId parcelId, String code, String detail) {
        Optional<Parcel> parcel = fulfillment.find(tx, parcelId);
        if (parcel.isEmpty()) {
            return;
        }
        OrderForShipping order = orders.load(tx, parcel.get().orderId());
        boolean over = order.status().isOver();
        if (over || code.equals(HELD)) {
            orders.history(tx, order.orderId(), "sync", "DISCREPANCY", detail);
        } else {
            HoldId _ = orders.placeHold(tx, order.orderId(), DISCREPANCY, detail, "sync");
        }
    }
}
