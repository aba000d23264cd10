package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows with one thing changed. */
final class Rewrite {
    private Rewrite() {}

    static Parcel status(Parcel parcel, ParcelStatus.Verb verb) {
        ParcelStatus next = ParcelStatus.TABLE.require(parcel.status(), verb);
        return parcel(parcel, parcel.stationId(), next, parcel.lines());
    }

    /** As somebody weighed it. */
    static Parcel measured(Parcel parcel, String carton, Weight weight) {
        return parcel(parcel, parcel.stationId(), parcel.status(), parcel.lines(), carton, weight);
    }

    static Parcel lines(Parcel parcel, List<ParcelLine> lines) {
        return parcel(parcel, parcel.stationId(), parcel.status(), lines);
    }

    /** The parcel with one line replaced. */
    static Parcel line(Parcel parcel, ParcelLine line) {
        return lines(
                parcel,
                parcel.lines().stream()
                        .map(each -> each.partId().equals(line.partId()) ? line : each)
                        .toList());
    }

    static Parcel at(Parcel parcel, StationId station) {
        return parcel(parcel, station, parcel.status(), parcel.lines());
    }

    private static Parcel parcel(
            Parcel parcel, StationId station, ParcelStatus status, List<ParcelLine> lines) {
        return parcel(parcel, station, status, lines, parcel.actualCarton(), parcel.actualWeight());
    }

    private static Parcel parcel(
            Parcel parcel,
            StationId station,
            ParcelStatus status,
            List<ParcelLine> lines,
            @Nullable String carton,
            @Nullable Weight weight) {
        return new Parcel(
                parcel.parcelId(),
                parcel.orderId(),
                parcel.fulfillmentOrderId(),
                parcel.waveId(),
                station,
                parcel.number(),
                parcel.parcelCount(),
                parcel.carton(),
                parcel.size(),
                status,
                parcel.service(),
                parcel.expectedWeight(),
                weight,
                carton,
                parcel.operatorId(),
                parcel.packedAt(),
                parcel.obstacle(),
                lines);
    }

    static ParcelLine counts(ParcelLine line, int picked, int missing) {
        return new ParcelLine(
                line.partId(),
                line.stock(),
                line.location(),
                line.planned(),
                new Quantity(picked),
                new Quantity(missing));
    }

    static OrderForShipping status(OrderForShipping order, OrderStatus status) {
        return order(order, status, order.shipTo(), order.activeHolds());
    }

    static OrderForShipping to(OrderForShipping order, Address address) {
        return order(order, order.status(), address, order.activeHolds());
    }

    static OrderForShipping holds(OrderForShipping order, UnaryOperator<List<ActiveHold>> change) {
        return order(order, order.status(), order.shipTo(), change.apply(order.activeHolds()));
    }

    private static OrderForShipping order(
            OrderForShipping order,
            OrderStatus status,
            @Nullable Address address,
            List<ActiveHold> holds) {
        return new OrderForShipping(
                order.orderId(),
                order.name(),
                order.number(),
                status,
                order.channel(),
                address,
                order.poBox(),
                order.email(),
                order.total(),
                order.placedAt(),
                order.requestedService(),
                order.chosenService(),
                order.chosenCarton(),
                order.tags(),
                order.note(),
                order.lines(),
                holds);
    }

    static Claim committed(Claim claim, Instant at) {
        return claim(claim, Claim.State.COMMITTED, at);
    }

    static Claim revoked(Claim claim, Instant at) {
        return claim(claim, Claim.State.REVOKED, at);
    }

    private static Claim claim(Claim claim, Claim.State state, Instant at) {
        boolean revoked = state == Claim.State.REVOKED;
        return new Claim(
                claim.parcelId(),
                claim.epoch(),
                claim.stationId(),
                state,
                claim.leaseUntil(),
                claim.madeAt(),
                claim.madeBy(),
                claim.reason(),
                revoked ? claim.committedAt() : at,
                revoked ? at : null);
    }
}
