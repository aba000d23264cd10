package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.AppliedWith;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.sql.Commits;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.StationJournals.Origin;
import io.fulfillx.backend.sync.api.DiscrepancyBook;
import io.fulfillx.backend.sync.api.Floor;
import io.fulfillx.backend.sync.api.JournalRow;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.sync.CommandVerdict;
import io.fulfillx.model.sync.StationCommand.OnParcel;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;
import io.fulfillx.model.sync.Verdict;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Books rows of a station's journal together: their effects, their verdicts and the journal's
 * progress are kept, or none of it.
 */
final class BookRows {
    private static final HoldType DISCREPANCY = new HoldType("DISCREPANCY");
    private static final String HELD = "order-held";

    private final Commits commits;
    private final StationJournals journals;
    private final DiscrepancyBook discrepancies;
    private final Floor floor;
    private final Supplier<UUID> ids;

    BookRows(
            Commits commits,
            StationJournals journals,
            DiscrepancyBook discrepancies,
            Floor floor,
            Supplier<UUID> ids) {
        this.commits = commits;
        this.journals = journals;
        this.discrepancies = discrepancies;
        this.floor = floor;
        this.ids = ids;
    }

    /** What is made of acts. */
    interface Effect {
        /**
         * @param acts of one kind and one operator; for each of several parcels one act, or picks
         *     that followed each other
         * @return what became of each act
         */
        Map<ParcelId, List<FactOutcome>> on(Tx tx, List<List<JournalRow>> acts);
    }

    /**
     * @throws JournalOver when another store writes for the station, or another command is in the
     *     place of a row
     */
    List<CommandVerdict> book(Origin origin, List<JournalRow> rows, Effect effect) {
        List<CommandVerdict> verdicts = new ArrayList<>();
        Optional<JournalRow> other =
                commits.inOrg(
                        origin.org(),
                        tx -> {
                            JournalPage page = journals.open(tx, origin, rows);
                            if (page.other().isEmpty()) {
                                verdicts.addAll(book(tx, origin, page, rows, effect));
                            }
                            return page.other();
                        });
        if (other.isPresent()) {
            throw twoStores(origin, other.get());
        }
        return verdicts;
    }

    /**
     * Acts on one parcel keep their order. Those on several come in rounds: the next ones of each
     * parcel, all of one kind together.
     */
    private List<CommandVerdict> book(
            Tx tx, Origin origin, JournalPage page, List<JournalRow> rows, Effect effect) {
        Map<Long, CommandVerdict> verdicts = new HashMap<>();
        Map<ParcelId, Deque<List<JournalRow>>> waiting = new LinkedHashMap<>();
        for (List<JournalRow> acts : runs(page, rows)) {
            JournalRow first = acts.getFirst();
            Optional<CommandVerdict> before = page.before(first);
            if (before.isPresent()) {
                verdicts.put(first.n(), before.get());
            } else if (first.onParcel().isEmpty()) {
                verdicts.put(first.n(), page.known(first).orElseGet(() -> kept(page, first)));
            } else {
                waiting.computeIfAbsent(parcel(first), _ -> new ArrayDeque<>()).add(acts);
            }
        }
        while (!waiting.isEmpty()) {
            Map<Kind, List<List<JournalRow>>> round = new LinkedHashMap<>();
            waiting.values().stream()
                    .map(Deque::remove)
                    .forEach(
                            acts ->
                                    round.computeIfAbsent(Kind.of(acts), _ -> new ArrayList<>())
                                            .add(acts));
            waiting.values().removeIf(Deque::isEmpty);
            round.values().forEach(acts -> book(tx, origin, page, acts, effect, verdicts));
        }
        page.write();
        return rows.stream()
                .map(row -> Optional.ofNullable(verdicts.get(row.n())).orElseThrow())
                .toList();
    }

    /** What is booked in one set of statements. */
    private record Kind(Class<?> command, OperatorId operator) {
        static Kind of(List<JournalRow> acts) {
            JournalRow first = acts.getFirst();
            return new Kind(first.onParcel().orElseThrow().getClass(), first.operatorId());
        }
    }

    private void book(
            Tx tx,
            Origin origin,
            JournalPage page,
            List<List<JournalRow>> acts,
            Effect effect,
            Map<Long, CommandVerdict> verdicts) {
        List<List<JournalRow>> sound = new ArrayList<>();
        Map<ParcelId, List<FactOutcome>> outcomes = new HashMap<>();
        for (List<JournalRow> each : acts) {
            JournalRow first = each.getFirst();
            // The same act may have come in an earlier life of the station's store.
            Optional<CommandVerdict> known = page.known(first);
            if (known.isPresent()) {
                verdicts.put(first.n(), known.get());
            } else if (page.doubt(first).isPresent()) {
                outcomes.put(parcel(first), List.of(page.doubt(first).get()));
            } else {
                sound.add(each);
            }
        }
        if (!sound.isEmpty()) {
            outcomes.putAll(
                    Correlation.call(
                            sound.getFirst().getFirst().correlationId(),
                            () -> effect.on(tx, sound)));
        }
        for (List<JournalRow> each : acts) {
            List<FactOutcome> said = outcomes.getOrDefault(parcel(each.getFirst()), List.of());
            for (int i = 0; i < said.size(); i++) {
                JournalRow row = each.get(i);
                FactOutcome outcome = said.get(i);
                verdicts.put(
                        row.n(),
                        Correlation.call(
                                row.correlationId(), () -> booked(tx, origin, page, row, outcome)));
            }
        }
    }

    /** Rows one by one, but picks for one parcel that follow each other together. */
    private static List<List<JournalRow>> runs(JournalPage page, List<JournalRow> rows) {
        List<List<JournalRow>> runs = new ArrayList<>();
        for (JournalRow row : rows) {
            if (!runs.isEmpty() && continues(page, runs.getLast().getLast(), row)) {
                runs.getLast().add(row);
            } else {
                runs.add(new ArrayList<>(List.of(row)));
            }
        }
        return runs;
    }

    private static boolean continues(JournalPage page, JournalRow last, JournalRow next) {
        return isPlainPick(page, last)
                && isPlainPick(page, next)
                && parcel(next).equals(parcel(last))
                && next.operatorId().equals(last.operatorId())
                && Objects.equals(next.claimEpoch(), last.claimEpoch())
                && next.correlationId().equals(last.correlationId())
                && !next.commandId().equals(last.commandId());
    }

    private static boolean isPlainPick(JournalPage page, JournalRow row) {
        return row.onParcel().filter(PickConfirmed.class::isInstance).isPresent()
                && page.before(row).isEmpty()
                && page.known(row).isEmpty()
                && page.doubt(row).isEmpty();
    }

    /** The epoch is over for both of them: each goes on in one of its own. */
    private JournalOver twoStores(Origin origin, JournalRow row) {
        commits.inOrg(origin.org(), tx -> journals.burn(tx, origin, "other-rows"));
        return new JournalOver(
                "Row "
                        + row.n()
                        + " of this journal is another command. The station's store was copied or"
                        + " restored: begin a new epoch.");
    }

    private static ParcelId parcel(JournalRow row) {
        return row.onParcel().orElseThrow().parcelId();
    }

    /** A row that changes nothing here keeps its place; so does one that is not understood. */
    private static CommandVerdict kept(JournalPage page, JournalRow row) {
        CommandVerdict verdict =
                page.doubt(row)
                        .map(why -> new CommandVerdict(row.n(), Verdict.QUARANTINED, why.code()))
                        .orElse(
                                row.command().isPresent()
                                        ? new CommandVerdict(row.n(), Verdict.APPLIED, null)
                                        : new CommandVerdict(
                                                row.n(), Verdict.REFUSED, "not-understood"));
        page.keep(row, verdict);
        return verdict;
    }

    private CommandVerdict booked(
            Tx tx, Origin origin, JournalPage page, JournalRow row, FactOutcome outcome) {
        return switch (outcome) {
            case FactOutcome.Applied() -> {
                lateNote(tx, origin, page, row);
                CommandVerdict verdict = new CommandVerdict(row.n(), Verdict.APPLIED, null);
                page.keep(row, verdict);
                yield verdict;
            }
            case AppliedWith(String code, String detail) -> {
                lateNote(tx, origin, page, row);
                CommandVerdict verdict =
                        new CommandVerdict(row.n(), Verdict.APPLIED_WITH_EXCEPTION, code);
                page.keep(row, verdict);
                floor.find(tx, parcel(row))
                        .ifPresent(
                                parcel ->
                                        floor.history(
                                                tx, parcel.orderId(), "sync", "EXCEPTION", detail));
                answer(tx, origin, row.onParcel().orElseThrow());
                yield verdict;
            }
            case Contradicts(String code, String detail) -> {
                CommandVerdict verdict = new CommandVerdict(row.n(), Verdict.QUARANTINED, code);
                page.keep(row, verdict);
                // A discrepancy names its row.
                page.write();
                discrepancies.insert(tx, ids.get(), parcel(row), row.commandId(), code, detail);
                flag(tx, parcel(row), code, detail);
                answer(tx, origin, row.onParcel().orElseThrow());
                yield verdict;
            }
        };
    }

    /** Somebody should look at what a station did that is not trusted any more. */
    private void lateNote(Tx tx, Origin origin, JournalPage page, JournalRow row) {
        if (page.isOfRevokedStation()) {
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
     * A station that is done with a given-up parcel has answered. One that only picked for it, or
     * put it on the lane, has not: it may not have heard of the cancel, and the parcel leaves next.
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
