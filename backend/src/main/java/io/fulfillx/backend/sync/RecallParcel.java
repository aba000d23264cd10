package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.ClaimNotice;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.sync.RecallRequest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Takes a parcel over for the station at which a lead scanned its tote. */
final class RecallParcel {
    private static final Set<String> MAY_RECALL = Set.of("lead", "manager", "admin");

    /** Two who recall the same parcels lock them in the same order. */
    private static final Comparator<ParcelId> BY_TEXT = Comparator.comparing(ParcelId::toString);

    private static final String WHY = "Its tote was scanned there by a lead.";

    private final FulfillmentModule fulfillment;
    private final OrdersModule orders;
    private final IdentityModule identity;

    RecallParcel(FulfillmentModule fulfillment, OrdersModule orders, IdentityModule identity) {
        this.fulfillment = fulfillment;
        this.orders = orders;
        this.identity = identity;
    }

    /** Parcels with that code that other stations have. */
    List<ClaimNotice> elsewhere(Tx tx, StationId station, RecallRequest code) {
        List<ClaimNotice> notices = new ArrayList<>();
        for (Parcel parcel : parcels(tx, code)) {
            if (!parcel.stationId().equals(station)) {
                fulfillment
                        .newestClaims(tx, parcel.stationId(), List.of(parcel.parcelId()))
                        .values()
                        .forEach(claim -> notices.add(notice(tx, parcel, claim)));
            }
        }
        return notices;
    }

    private ClaimNotice notice(Tx tx, Parcel parcel, Claim claim) {
        return new ClaimNotice(
                parcel.parcelId(),
                orders.load(tx, parcel.orderId()).name(),
                identity.stationName(tx, claim.stationId()),
                claim.epoch());
    }

    private List<Parcel> parcels(Tx tx, RecallRequest code) {
        return fulfillment
                .onFloor(tx, code.toteCode(), code.trackingNumber(), code.orderCode())
                .stream()
                .map(id -> fulfillment.find(tx, id).orElseThrow())
                .toList();
    }

    /**
     * @return the claims as they are now
     * @throws Fault FORBIDDEN when the operator is no lead, NOT_FOUND when no other station has
     *     such a parcel, CONFLICT or NOT_ALLOWED_NOW when it cannot be taken
     */
    List<ClaimNotice> recall(Tx tx, StationId station, RecallRequest request) {
        OperatorId operator = request.operatorId();
        boolean may =
                identity.roster(tx).stream()
                        .filter(card -> card.operatorId().equals(operator))
                        .filter(OperatorCard::active)
                        .anyMatch(card -> MAY_RECALL.contains(card.role()));
        if (!may) {
            throw new Fault(
                    Fault.Code.FORBIDDEN, "Only a lead takes a parcel over from another station.");
        }
        List<ClaimNotice> wanted = elsewhere(tx, station, request);
        if (wanted.isEmpty()) {
            throw Fault.notFound("parcel");
        }
        List<ClaimNotice> taken = new ArrayList<>();
        for (ParcelId id : wanted.stream().map(ClaimNotice::parcelId).sorted(BY_TEXT).toList()) {
            Parcel parcel = fulfillment.lock(tx, id).orElseThrow();
            Claim claim =
                    fulfillment.recall(
                            tx, parcel, station, request.claimEpoch(), "operator:" + operator, WHY);
            taken.add(notice(tx, parcel, claim));
        }
        return taken;
    }
}
