package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.PickStore.Picked;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy.Share;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.inventory.api.ToteMove;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Books units that were taken from their place into the tote. */
final class PickParcelLine {
    private final ParcelStore store;
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

    /**
     * @param parcel locked by the caller
     */
    FactOutcome pick(Tx tx, Parcel parcel, PickConfirmed pick, String actor) {
        if (!ParcelPolicy.has(parcel, pick.lineId())) {
            return new Contradicts("unknown-line", "This parcel has no such order line.");
        }
        OrderForShipping order = orders.load(tx, parcel.orderId());
        Optional<Contradicts> objection = ParcelPolicy.againstWork(parcel, order);
        if (objection.isPresent()) {
            return objection.get();
        }
        Optional<List<Share>> shares =
                ParcelPolicy.spread(parcel, pick.lineId(), pick.quantity(), ParcelLine::toPick);
        if (shares.isEmpty()) {
            return new Contradicts(
                    "too-many-picked", "More units were picked than this parcel asks for.");
        }
        // The orders are locked before the stock, as in a cancel, so that the two cannot block.
        orders.lock(tx, parcel.fulfillmentOrderId());
        if (hasTote(pick) && !rightLot(tx, shares.get(), pick.lot(), actor)) {
            return new Contradicts(
                    "wrong-lot",
                    "Units of the lot " + pick.lot() + " were picked, which are not free there.");
        }
        int taken = 0;
        for (Share share : shares.get()) {
            int units = share.units().units();
            List<String> serials = pick.serials().stream().skip(taken).limit(units).toList();
            store.picked(tx, parcel.parcelId(), share.line(), share.units());
            intoTote(tx, parcel, share, pick, serials, actor);
            taken += units;
        }
        store.tote(tx, parcel.parcelId(), pick.tote());
        int wanted = parcel.lines().stream().mapToInt(line -> line.toPick().units()).sum();
        boolean all = wanted == pick.quantity().units();
        if (all && parcel.status() == ParcelStatus.LABELLED) {
            store.move(tx, parcel, ParcelStatus.Verb.PICK);
        }
        // The units are in the tote whatever was decided meanwhile; the parcel will not leave.
        parcel.holds(order).stream()
                .findFirst()
                .ifPresent(
                        hold ->
                                orders.history(
                                        tx,
                                        parcel.orderId(),
                                        actor,
                                        "PICKED_WHILE_HELD",
                                        hold.type() + ": " + hold.reason()));
        boolean complete = all && !siblings.anyOtherToPick(tx, parcel);
        orders.picked(tx, parcel.fulfillmentOrderId(), complete, actor);
        return FactOutcome.APPLIED;
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

    private void intoTote(
            Tx tx,
            Parcel parcel,
            Share share,
            PickConfirmed pick,
            List<String> serials,
            String actor) {
        LineStock chosen = share.line().stock();
        if (!hasTote(pick)) {
            return;
        }
        String lot = pick.lot() == null || chosen.lot().isEmpty() ? chosen.lot() : pick.lot();
        LocationId tote = inventory.tote(tx, pick.tote(), chosen.locationId());
        LineStock taken = chosen.at(chosen.locationId(), lot);
        ToteMove move = new ToteMove(taken, tote, share.units(), serials, "pick/" + ids.get());
        List<String> numbers = inventory.pick(tx, move, actor);
        Picked picked =
                new Picked(share.line().partId(), tote, lot, share.units().units(), numbers);
        picks.add(tx, parcel.parcelId(), picked);
    }
}
