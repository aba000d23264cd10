package io.fulfillx.backend.fulfillment.api;

import io.fulfillx.backend.fulfillment.api.FactOutcome.Contradicts;
import io.fulfillx.backend.inventory.api.LineUnits;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What may be booked on a parcel, and on which of its lines. */
public final class ParcelPolicy {
    private ParcelPolicy() {}

    /** Units of one parcel line. */
    public record Share(ParcelLine line, Quantity units) {}

    /**
     * Why nothing can be done with the parcel any more, or yet.
     *
     * @param mayLackLabel whether stations have it although its label is not bought
     */
    public static Optional<Contradicts> againstWork(
            Parcel parcel, OrderStatus order, boolean mayLackLabel) {
        boolean cancelled = order.isGivenUp();
        return switch (parcel.status()) {
            case CANCELLED ->
                    contradicts("order-cancelled", "The order of this parcel was cancelled.");
            case PACKED -> contradicts("already-packed", "This parcel has left the bench before.");
            case PLANNED, LABELLED, PICKED, SET_ASIDE -> {
                if (parcel.status() == ParcelStatus.PLANNED && !mayLackLabel) {
                    yield contradicts("not-labelled", "This parcel has no label yet.");
                }
                yield cancelled
                        ? contradicts("order-cancelled", "The order of this parcel was cancelled.")
                        : Optional.empty();
            }
        };
    }

    /** Whether the parcel will not be sent, because its order was cancelled. */
    public static boolean isGivenUp(Parcel parcel, OrderStatus order) {
        return parcel.status() == ParcelStatus.CANCELLED
                || parcel.status() != ParcelStatus.PACKED && order.isGivenUp();
    }

    /** Why the parcel must not leave the house. */
    public static Optional<Contradicts> againstLeaving(Parcel parcel, List<ActiveHold> active) {
        return parcel.holds(active).stream()
                .findFirst()
                .flatMap(
                        hold ->
                                contradicts(
                                        "order-held",
                                        "The order was held when this parcel was packed: "
                                                + hold.reason()));
    }

    /**
     * Spreads units over the parts that a station means, in walking order.
     *
     * @param room how many units each part can take
     * @return empty when not all of them fit
     */
    public static Optional<List<Share>> spread(
            Parcel parcel, OrderLineId meant, Quantity units, Function<ParcelLine, Quantity> room) {
        List<Share> shares = new ArrayList<>();
        int left = units.units();
        for (ParcelLine line : parts(parcel, meant)) {
            int taken = Math.min(left, room.apply(line).units());
            if (taken > 0) {
                shares.add(new Share(line, new Quantity(taken)));
                left -= taken;
            }
        }
        return left == 0 ? Optional.of(shares) : Optional.empty();
    }

    /**
     * The part of that name, then others of its line: a station may not have heard yet that a line
     * got another part.
     */
    private static List<ParcelLine> parts(Parcel parcel, OrderLineId meant) {
        List<ParcelLine> parts =
                new ArrayList<>(
                        parcel.lines().stream()
                                .filter(line -> line.partId().equals(meant))
                                .toList());
        List<ItemId> items =
                parts.isEmpty()
                        ? parcel.lines().stream()
                                .filter(line -> line.lineId().equals(meant))
                                .map(ParcelLine::itemId)
                                .distinct()
                                .toList()
                        : List.of(parts.getFirst().itemId());
        if (items.size() > 1) {
            return List.of();
        }
        parcel.lines().stream()
                .filter(line -> line.lineId().equals(meant) && !line.partId().equals(meant))
                .filter(line -> items.contains(line.itemId()))
                .forEach(parts::add);
        return parts;
    }

    /** What is reserved for an order, less what is planned already. */
    public static List<LineUnits> notPlanned(List<LineUnits> reserved, List<LineUnits> planned) {
        List<LineUnits> open = new ArrayList<>();
        for (LineUnits units : reserved) {
            int taken =
                    planned.stream()
                            .filter(each -> each.lineId().equals(units.lineId()))
                            .filter(each -> each.itemId().equals(units.itemId()))
                            .mapToInt(each -> each.quantity().units())
                            .sum();
            int left = units.quantity().units() - taken;
            if (left > 0) {
                open.add(new LineUnits(units.lineId(), units.itemId(), new Quantity(left)));
            }
        }
        return open;
    }

    /**
     * Of what is open that which the part is promised.
     *
     * @param kits units of each component in one kit, for lines of virtual kits
     */
    public static List<LineUnits> share(
            List<LineUnits> open,
            FulfillmentOrder part,
            Map<OrderLineId, Map<ItemId, Integer>> kits) {
        List<LineUnits> taken = new ArrayList<>();
        for (FulfillmentOrder.Line line : part.lines()) {
            Map<ItemId, Integer> one = kits.getOrDefault(line.lineId(), Map.of());
            for (LineUnits units : open) {
                int each = one.getOrDefault(units.itemId(), 1);
                int wanted = Math.multiplyExact(line.promised().units(), each);
                int count = Math.min(wanted, units.quantity().units());
                if (units.lineId().equals(line.lineId()) && count > 0) {
                    taken.add(new LineUnits(units.lineId(), units.itemId(), new Quantity(count)));
                }
            }
        }
        return taken;
    }

    public static boolean has(Parcel parcel, OrderLineId meant) {
        return !parts(parcel, meant).isEmpty();
    }

    private static Optional<Contradicts> contradicts(String code, String detail) {
        return Optional.of(new Contradicts(code, detail));
    }
}
