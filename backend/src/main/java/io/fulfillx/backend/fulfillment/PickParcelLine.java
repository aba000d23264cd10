package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.PickStore.Picked;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelPicks;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy.Share;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.inventory.api.ToteMove;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.LockedPart;
import io.fulfillx.backend.orders.api.PickedPart;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Books units that were taken from their place into the tote. */
final class PickParcelLine {
    private final ParcelStore store;
    private final LaneStore lanes = new LaneStore();
    private final PickStore picks;
    private final SiblingStore siblings = new SiblingStore();
    private final InventoryModule inventory;
    private final OrdersModule orders;
    private final Supplier<UUID> ids;

    PickParcelLine(
            ParcelStore store,
            PickStore picks,
            InventoryModule inventory,
            OrdersModule orders,
            Supplier<UUID> ids) {
        this.store = store;
        this.picks = picks;
        this.inventory = inventory;
        this.orders = orders;
        this.ids = ids;
    }

    /** Units of a part that went into a tote, or are still in their bin in the books. */
    private record Taking(
            ParcelId parcel, PickConfirmed pick, ParcelLine line, Quantity units, int before) {
        /** Those of the pick's numbers that are this part's. */
        List<String> serials() {
            return pick.serials().stream().skip(before).limit(units.units()).toList();
        }
    }

    /** A parcel before and after what was taken for it. */
    private record Change(ParcelPicks asked, Parcel now, LockedPart part, List<Taking> takings) {
        Parcel before() {
            return asked.parcel();
        }

        boolean isComplete() {
            return now.lines().stream().allMatch(line -> line.toPick().isZero());
        }
    }

    /**
     * @param wanted each for another parcel
     * @return what became of each pick
     */
    Map<ParcelId, List<FactOutcome>> pick(Tx tx, List<ParcelPicks> wanted, String actor) {
        // The orders are locked before the stock, as in a cancel, so that the two cannot block.
        Map<FulfillmentOrderId, LockedPart> parts =
                orders.lock(
                        tx,
                        wanted.stream().map(each -> each.parcel().fulfillmentOrderId()).toList());
        Map<ParcelId, List<FactOutcome>> outcomes = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        for (ParcelPicks each : wanted) {
            LockedPart part =
                    Optional.ofNullable(parts.get(each.parcel().fulfillmentOrderId()))
                            .orElseThrow();
            List<FactOutcome> said = new ArrayList<>();
            Change change = change(tx, each, part, said, actor);
            outcomes.put(each.parcel().parcelId(), said);
            if (!change.takings().isEmpty()) {
                changes.add(change);
            }
        }
        if (!changes.isEmpty()) {
            book(tx, changes, actor);
        }
        return outcomes;
    }

    private Change change(
            Tx tx, ParcelPicks wanted, LockedPart part, List<FactOutcome> said, String actor) {
        Parcel now = wanted.parcel();
        Optional<Contradicts> objection =
                ParcelPolicy.againstWork(now, part.status(), lanes.mayLackLabel(tx, now));
        List<Taking> takings = new ArrayList<>();
        for (PickConfirmed pick : wanted.picks()) {
            if (!ParcelPolicy.has(now, pick.lineId())) {
                said.add(new Contradicts("unknown-line", "This parcel has no such order line."));
            } else if (objection.isPresent()) {
                said.add(objection.get());
            } else {
                List<Taking> taken = new ArrayList<>();
                said.add(take(tx, now, pick, taken, actor));
                takings.addAll(taken);
                now = with(now, taken);
            }
        }
        return new Change(wanted, now, part, takings);
    }

    private FactOutcome take(
            Tx tx, Parcel now, PickConfirmed pick, List<Taking> taken, String actor) {
        Optional<List<Share>> shares =
                ParcelPolicy.spread(now, pick.lineId(), pick.quantity(), ParcelLine::toPick);
        if (shares.isEmpty()) {
            return new Contradicts(
                    "too-many-picked", "More units were picked than this parcel asks for.");
        } else if (hasTote(pick) && !rightLot(tx, shares.get(), pick.lot(), actor)) {
            return new Contradicts(
                    "wrong-lot",
                    "Units of the lot " + pick.lot() + " were picked, which are not free there.");
        }
        int before = 0;
        for (Share share : shares.get()) {
            taken.add(new Taking(now.parcelId(), pick, share.line(), share.units(), before));
            before += share.units().units();
        }
        return FactOutcome.APPLIED;
    }

    private static Parcel with(Parcel parcel, List<Taking> takings) {
        Parcel now = parcel;
        for (Taking taking : takings) {
            now =
                    now.with(
                            now.lines().stream()
                                    .map(
                                            line ->
                                                    line.partId().equals(taking.line().partId())
                                                            ? line.picking(taking.units())
                                                            : line)
                                    .toList());
        }
        return now;
    }

    private void book(Tx tx, List<Change> changes, String actor) {
        store.picked(tx, changes.stream().map(Change::now).toList());
        intoTotes(tx, changes.stream().flatMap(each -> each.takings().stream()).toList(), actor);
        Map<ParcelId, String> totes = new HashMap<>();
        for (Change each : changes) {
            totes.put(each.now().parcelId(), each.takings().getLast().pick().tote());
            noteHold(tx, each, actor);
        }
        store.totes(tx, totes);
        List<Parcel> complete =
                changes.stream().filter(Change::isComplete).map(Change::before).toList();
        store.move(
                tx,
                complete.stream()
                        .filter(parcel -> parcel.status() == ParcelStatus.LABELLED)
                        .toList(),
                ParcelStatus.Verb.PICK);
        Set<ParcelId> waiting =
                siblings.withOtherToPick(tx, complete.stream().map(Parcel::parcelId).toList());
        orders.picked(
                tx,
                changes.stream()
                        .map(
                                each ->
                                        new PickedPart(
                                                each.part(),
                                                each.isComplete()
                                                        && !waiting.contains(each.now().parcelId()),
                                                each.asked().correlation()))
                        .toList(),
                actor);
    }

    /** The units are in the tote whatever was decided meanwhile; the parcel will not leave. */
    private void noteHold(Tx tx, Change change, String actor) {
        change.now().holds(change.part().holds()).stream()
                .findFirst()
                .ifPresent(
                        hold ->
                                orders.history(
                                        tx,
                                        change.now().orderId(),
                                        actor,
                                        "PICKED_WHILE_HELD",
                                        hold.type() + ": " + hold.reason()));
    }

    /** Whatever was chosen, what is in the picker's hand counts, as long as it may be sent. */
    private boolean rightLot(Tx tx, List<Share> shares, @Nullable String lot, String actor) {
        boolean right = true;
        for (Share share : shares) {
            LineStock chosen = share.line().stock();
            if (lot != null && !chosen.lot().isEmpty() && !chosen.lot().equals(lot)) {
                String key = "other-lot/" + ids.get();
                right &= inventory.changeLot(tx, chosen, lot, share.units(), key, actor);
            }
        }
        return right;
    }

    /** Without a tote they are still in their bin, as far as the books know. */
    private static boolean hasTote(PickConfirmed pick) {
        return pick.tote().matches("[!-~]{1,30}");
    }

    private void intoTotes(Tx tx, List<Taking> takings, String actor) {
        List<Taking> moved = takings.stream().filter(each -> hasTote(each.pick())).toList();
        if (moved.isEmpty()) {
            return;
        }
        Map<String, LocationId> bins = new HashMap<>();
        for (Taking taking : moved) {
            bins.putIfAbsent(taking.pick().tote(), taking.line().stock().locationId());
        }
        Map<String, LocationId> totes = inventory.totes(tx, bins);
        List<ToteMove> moves = moved.stream().map(taking -> move(taking, totes)).toList();
        List<List<String>> numbers = inventory.pick(tx, moves, actor);
        List<Picked> picked = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            ToteMove move = moves.get(i);
            picked.add(
                    new Picked(
                            moved.get(i).parcel(),
                            moved.get(i).line().partId(),
                            move.tote(),
                            move.at().lot(),
                            move.quantity().units(),
                            numbers.get(i)));
        }
        picks.add(tx, picked);
    }

    private ToteMove move(Taking taking, Map<String, LocationId> totes) {
        LineStock chosen = taking.line().stock();
        return new ToteMove(
                chosen.at(chosen.locationId(), lot(taking)),
                Optional.ofNullable(totes.get(taking.pick().tote())).orElseThrow(),
                taking.units(),
                taking.serials(),
                "pick/" + ids.get());
    }

    private static String lot(Taking taking) {
        String chosen = taking.line().stock().lot();
        String found = taking.pick().lot();
        return found == null || chosen.isEmpty() ? chosen : found;
    }
}
