package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.AppliedWith;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Commits;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.BookFact.Act;
import io.fulfillx.backend.sync.StationJournals.Origin;
import io.fulfillx.backend.sync.api.DiscrepancyBook;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.backend.sync.api.JournalBook.Journal;
import io.fulfillx.backend.sync.api.JournalRow;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.Protocol;
import io.fulfillx.model.sync.StationCommand.OnParcel;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.Verdict;

import org.jspecify.annotations.Nullable;
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

    private final Commits commits;
    private final StationJournals journals;
    private final DiscrepancyBook discrepancies;
    private final RuleOnAct ruleOnAct;
    private final Floor floor;
    private final Supplier<UUID> ids;

    TakeCommands(
            Commits commits,
            StationJournals journals,
            DiscrepancyBook discrepancies,
            RuleOnAct ruleOnAct,
            Floor floor,
            Supplier<UUID> ids) {
        this.commits = commits;
        this.journals = journals;
        this.discrepancies = discrepancies;
        this.ruleOnAct = ruleOnAct;
        this.floor = floor;
        this.ids = ids;
    }

    /** How far a batch came. */
    sealed interface Taken {
        /** In words that a station of that version of the protocol knows. */
        default Taken understoodBy(int version) {
            return switch (this) {
                case All(long lastN, var verdicts) when version < Protocol.TELLS_EXCEPTIONS ->
                        new All(lastN, verdicts.stream().map(TakeCommands::plain).toList());
                case All _, Gap _ -> this;
            };
        }

        record All(long lastN, List<CommandVerdict> verdicts) implements Taken {}

        /** Rows before this batch are missing; nothing of it was taken. */
        record Gap(long lastN) implements Taken {}
    }

    /**
     * @param rows in order, without gaps among themselves
     * @throws Fault CONFLICT when this journal must not go on
     */
    Taken take(Origin origin, List<JournalRow> rows) {
        OrgId org = origin.org();
        long last = commits.inOrg(org, tx -> journals.lastN(tx, origin));
        if (!rows.isEmpty() && rows.getFirst().n() > last + 1) {
            return new Taken.Gap(last);
        }
        List<CommandVerdict> verdicts = new ArrayList<>();
        for (JournalRow row : rows) {
            Optional<CommandVerdict> verdict =
                    row.n() <= last
                            ? commits.inOrg(org, tx -> journals.before(tx, origin, row))
                            : Correlation.call(row.correlationId(), () -> take(origin, row));
            verdicts.add(verdict.orElseThrow(() -> twoStores(origin, row)));
        }
        return new Taken.All(commits.inOrg(org, tx -> journals.lastN(tx, origin)), verdicts);
    }

    private static CommandVerdict plain(CommandVerdict verdict) {
        return verdict.verdict() == Verdict.APPLIED_WITH_EXCEPTION
                ? new CommandVerdict(verdict.n(), Verdict.APPLIED, null)
                : verdict;
    }

    /** The epoch is over for both of them: each goes on in one of its own. */
    private Fault twoStores(Origin origin, JournalRow row) {
        commits.inOrg(origin.org(), tx -> journals.burn(tx, origin, "other-rows"));
        return new Fault(
                Fault.Code.CONFLICT,
                "Row "
                        + row.n()
                        + " of this journal is another command. The station's store was copied or"
                        + " restored: begin a new epoch.");
    }

    /**
     * A failure is tried a second time, as it may come from work done at the same moment. After
     * that the row is kept as a discrepancy, so that it cannot block those behind it for ever.
     */
    private Optional<CommandVerdict> take(Origin origin, JournalRow row) {
        try {
            return attempt(origin, row, null);
        } catch (RuntimeException first) {
            try {
                return attempt(origin, row, null);
            } catch (RuntimeException second) {
                LOG.error("row {} of {} cannot be booked", row.n(), origin.station(), second);
                return notBooked(origin, row, new Contradicts("not-booked", reason(second)));
            }
        }
    }

    /** It still has its rule, unless that fails as well. */
    private Optional<CommandVerdict> notBooked(Origin origin, JournalRow row, Contradicts failed) {
        try {
            return attempt(origin, row, failed);
        } catch (RuntimeException third) {
            LOG.error("row {} of {} has no rule", row.n(), origin.station(), third);
            return inTurn(origin, row, _ -> failed);
        }
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof Fault fault
                ? fault.detail()
                : "The server failed to book it. The log has the correlation id.";
    }

    private Optional<CommandVerdict> attempt(
            Origin origin, JournalRow row, @Nullable Contradicts failed) {
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
                    return ruleOnAct.rule(
                            tx, act, row.onParcel().orElseThrow(), row.claimEpoch(), failed);
                });
    }

    private interface Effect {
        FactOutcome on(Tx tx);
    }

    private Optional<CommandVerdict> inTurn(Origin origin, JournalRow row, Effect effect) {
        return commits.inOrg(
                origin.org(),
                tx -> {
                    Journal journal = journals.lock(tx, origin);
                    if (row.n() <= journal.lastN()) {
                        return journals.before(tx, origin, row);
                    }
                    Optional<Contradicts> doubt = journals.advance(tx, origin, journal, row);
                    // The same act may have come in an earlier life of the station's store.
                    Optional<CommandVerdict> known = journals.known(tx, row);
                    if (known.isPresent()) {
                        return known;
                    } else if (row.onParcel().isEmpty()) {
                        return Optional.of(kept(tx, origin, row, doubt));
                    }
                    FactOutcome outcome = doubt.isPresent() ? doubt.get() : effect.on(tx);
                    return Optional.of(booked(tx, origin, row, outcome));
                });
    }

    /** A row that changes nothing here keeps its place; so does one that is not understood. */
    private CommandVerdict kept(Tx tx, Origin origin, JournalRow row, Optional<Contradicts> doubt) {
        CommandVerdict verdict =
                doubt.map(why -> new CommandVerdict(row.n(), Verdict.QUARANTINED, why.code()))
                        .orElse(
                                row.command().isPresent()
                                        ? new CommandVerdict(row.n(), Verdict.APPLIED, null)
                                        : new CommandVerdict(
                                                row.n(), Verdict.REFUSED, "not-understood"));
        journals.keep(tx, origin, row, verdict);
        return verdict;
    }

    private CommandVerdict booked(Tx tx, Origin origin, JournalRow row, FactOutcome outcome) {
        return switch (outcome) {
            case FactOutcome.Applied() -> {
                lateNote(tx, origin, row);
                CommandVerdict verdict = new CommandVerdict(row.n(), Verdict.APPLIED, null);
                journals.keep(tx, origin, row, verdict);
                yield verdict;
            }
            case AppliedWith(String code, String detail) -> {
                lateNote(tx, origin, row);
                CommandVerdict verdict =
                        new CommandVerdict(row.n(), Verdict.APPLIED_WITH_EXCEPTION, code);
                journals.keep(tx, origin, row, verdict);
                ParcelId parcelId = row.onParcel().orElseThrow().parcelId();
                floor.find(tx, parcelId)
                        .ifPresent(
                                parcel ->
                                        floor.history(
                                                tx, parcel.orderId(), "sync", "EXCEPTION", detail));
                answer(tx, origin, row.onParcel().orElseThrow());
                yield verdict;
            }
            case Contradicts(String code, String detail) -> {
                CommandVerdict verdict = new CommandVerdict(row.n(), Verdict.QUARANTINED, code);
                journals.keep(tx, origin, row, verdict);
                OnParcel command = row.onParcel().orElseThrow();
                discrepancies.insert(
                        tx, ids.get(), command.parcelId(), row.commandId(), code, detail);
                flag(tx, command.parcelId(), code, detail);
                answer(tx, origin, command);
                yield verdict;
            }
        };
    }

    /** Somebody should look at what a station did that is not trusted any more. */
    private void lateNote(Tx tx, Origin origin, JournalRow row) {
        if (journals.revokedAt(tx, origin).isPresent()) {
            row.onParcel()
                    .flatMap(act -> floor.find(tx, act.parcelId()))
                    .ifPresent(
                            parcel ->
                                    floor.history(
                                            tx,
                                            parcel.orderId(),
                                            "station:" + origin.station(),
                                            "REVOKED_STATION",
                                            "An act from before the station was revoked came"
                                                    + " after that."));
        }
    }

    /**
     * A station that is done with a given-up parcel has answered. One that only picked for it has
     * not: it may not have heard of the cancel, and packs the parcel next.
     */
    private void answer(Tx tx, Origin origin, OnParcel command) {
        if (!(command instanceof ParcelPacked || command instanceof ParcelSetAside)) {
            return;
        }
        ParcelId parcelId = command.parcelId();
        floor.find(tx, parcelId)
                .filter(parcel -> parcel.stationId().equals(origin.station()))
                .filter(parcel -> floor.order(tx, parcel.orderId()).status().isGivenUp())
                .ifPresent(
                        parcel ->
                                floor.answered(
                                        tx,
                                        parcel.orderId(),
                                        parcelId,
                                        "station:" + origin.station()));
    }

    /** Lets nothing more of the order leave until a lead looked into it. */
    private void flag(Tx tx, ParcelId parcelId, String code, String detail) {
        Optional<Parcel> parcel = floor.find(tx, parcelId);
        if (parcel.isEmpty()) {
            return;
        }
        OrderForShipping order = floor.order(tx, parcel.get().orderId());
        boolean over = order.status().isOver();
        if (over || code.equals(HELD)) {
            floor.history(tx, order.orderId(), "sync", "DISCREPANCY", detail);
        } else {
            floor.hold(tx, order.orderId(), DISCREPANCY, detail, "sync");
        }
    }
}
