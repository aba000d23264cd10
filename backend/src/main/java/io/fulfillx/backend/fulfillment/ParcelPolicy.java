package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What may be booked on a parcel, and on which of its lines. */
final class ParcelPolicy {
    private ParcelPolicy() {}

    /** Units of one parcel line. */
    record Share(ParcelLine line, Quantity units) {}

    /** Why nothing can be done with the parcel any more, or yet. */
    static Optional<Contradicts> againstWork(Parcel parcel, OrderForShipping order) {
        boolean cancelled = order.status().isGivenUp();
        return switch (parcel.status()) {
            case CANCELLED ->
                    contradicts("order-cancelled", "The order of this parcel was cancelled.");
            case PACKED -> contradicts("already-packed", "This parcel has left the bench before.");
            case PLANNED -> contradicts("not-labelled", "This parcel has no label yet.");
            case LABELLED, PICKED, SET_ASIDE ->
                    cancelled
                            ? contradicts(
                                    "order-cancelled", "The order of this parcel was cancelled.")
                            : Optional.empty();
        };
    }

    /** Why the parcel must not leave the house. */
    static Optional<Contradicts> againstLeaving(Parcel parcel, OrderForShipping order) {
        return parcel.holds(order).stream()
                .findFirst()
                .flatMap(
                        hold ->
                                contradicts(
                                        "order-held",
                                        "The order was held when this parcel was packed: "
                                                + hold.reason()));
    }

    /**
     * Spreads units of an order line over the parcel's lines in walking order.
     *
     * @param room how many units each line can take
     * @return empty when not all of them fit
     */
    static Optional<List<Share>> spread(
            Parcel parcel,
            OrderLineId lineId,
            Quantity units,
            Function<ParcelLine, Quantity> room) {
        List<Share> shares = new ArrayList<>();
        int left = units.units();
        for (ParcelLine line : parcel.lines()) {
            if (line.lineId().equals(lineId) && left > 0) {
                int taken = Math.min(left, room.apply(line).units());
                if (taken > 0) {
                    shares.add(new Share(line, new Quantity(taken)));
                    left -= taken;
                }
            }
        }
        return left == 0 ? Optional.of(shares) : Optional.empty();
    }

    /** What is reserved for an order, less what its parcels in work already ask for. */
    static List<PickFrom> notPlanned(List<PickFrom> reserved, List<ParcelLine> parcelLines) {
        List<PickFrom> open = new ArrayList<>();
        for (PickFrom from : reserved) {
            int planned =
                    parcelLines.stream()
                            .filter(line -> line.lineId().equals(from.lineId()))
                            .filter(line -> line.locationId().equals(from.locationId()))
                            .mapToInt(line -> line.toShip().units())
                            .sum();
            int left = from.quantity().units() - planned;
            if (left > 0) {
                open.add(
                        new PickFrom(
                                from.lineId(),
                                from.locationId(),
                                from.locationName(),
                                new Quantity(left)));
            }
        }
        return open;
    }

    /** Of those places what the part is promised; its own warehouse's were reserved for it. */
    static List<PickFrom> share(List<PickFrom> open, FulfillmentOrder part) {
        List<PickFrom> taken = new ArrayList<>();
        for (FulfillmentOrder.Line line : part.lines()) {
            int left = line.promised().units();
            for (PickFrom from : open) {
                int units = Math.min(left, from.quantity().units());
                if (from.lineId().equals(line.lineId()) && units > 0) {
                    taken.add(
                            new PickFrom(
                                    from.lineId(),
                                    from.locationId(),
                                    from.locationName(),
                                    new Quantity(units)));
                    left -= units;
                }
            }
        }
        return taken;
    }

    static boolean has(Parcel parcel, OrderLineId lineId) {
        return parcel.lines().stream().anyMatch(line -> line.lineId().equals(lineId));
    }

    private static Optional<Contradicts> contradicts(String code, String detail) {
        return Optional.of(new Contradicts(code, detail));
    }
}
