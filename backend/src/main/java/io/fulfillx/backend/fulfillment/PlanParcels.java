package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.PlannedParcel.Content;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** From an order and where its units lie to parcels, as far as cartons allow. Pure. */
final class PlanParcels {
    private static final Comparator<ParcelLine> WALK =
            Comparator.comparing(ParcelLine::location).thenComparing(line -> line.lineId().value());

    private final List<Carton> cartons;

    PlanParcels(List<Carton> cartons) {
        this.cartons = List.copyOf(cartons);
    }

    /** The parcels of an order, or a sentence why there are none. */
    sealed interface Plan {
        record Parcels(List<Contents> contents) implements Plan {}

        record Impossible(String reason) implements Plan {}
    }

    /** One parcel to be: its carton, and its lines in walking order. */
    record Contents(PlannedParcel planned, List<ParcelLine> lines) {
        String carton() {
            Carton carton = planned.carton();
            return carton == null ? Parcel.OWN_CONTAINER : carton.code();
        }
    }

    Plan plan(OrderForShipping order, List<PickFrom> reserved) {
        Map<OrderLineId, List<PickFrom>> byLine = new LinkedHashMap<>();
        reserved.forEach(
                from -> byLine.computeIfAbsent(from.lineId(), _ -> new ArrayList<>()).add(from));
        List<CartonLine> lines =
                order.lines().stream()
                        .filter(line -> byLine.containsKey(line.lineId()))
                        .map(
                                line ->
                                        cartonLine(
                                                line,
                                                byLine.getOrDefault(line.lineId(), List.of())))
                        .toList();
        if (lines.isEmpty()) {
            return new Plan.Impossible("Nothing is reserved for this order.");
        }
        return switch (choose(order, lines)) {
            case CartonPlan.TooHeavy(String line, String detail) -> impossible(order, line, detail);
            case CartonPlan.TooLarge(String line, String detail) -> impossible(order, line, detail);
            case CartonPlan.Planned(List<PlannedParcel> parcels) ->
                    new Plan.Parcels(fill(parcels, byLine));
        };
    }

    private static CartonLine cartonLine(OrderForShipping.Line line, List<PickFrom> reserved) {
        int units = reserved.stream().mapToInt(from -> from.quantity().units()).sum();
        return new CartonLine(
                line.lineId().toString(), line.size(), line.unitWeight(), new Quantity(units));
    }

    /** The rule's carton if everything goes into one of it, else whatever suits best. */
    private CartonPlan choose(OrderForShipping order, List<CartonLine> lines) {
        List<Carton> wanted =
                cartons.stream()
                        .filter(carton -> carton.code().equals(order.chosenCarton()))
                        .toList();
        if (!wanted.isEmpty()
                && new Cartonization(wanted, ParcelLimits.ordinary()).plan(lines)
                        instanceof CartonPlan.Planned planned
                && planned.parcels().size() == 1
                && planned.parcels().getFirst().carton() != null) {
            return planned;
        }
        return new Cartonization(cartons, ParcelLimits.ordinary()).plan(lines);
    }

    private static Plan impossible(OrderForShipping order, String lineId, String detail) {
        String title =
                order.lines().stream()
                        .filter(line -> line.lineId().toString().equals(lineId))
                        .map(OrderForShipping.Line::title)
                        .findFirst()
                        .orElse("An item");
        return new Plan.Impossible("\"" + title + "\" fits no parcel: " + detail + ".");
    }

    private static List<Contents> fill(
            List<PlannedParcel> parcels, Map<OrderLineId, List<PickFrom>> byLine) {
        Map<OrderLineId, List<PickFrom>> left = new LinkedHashMap<>();
        byLine.forEach((line, places) -> left.put(line, new ArrayList<>(places)));
        List<Contents> filled = new ArrayList<>();
        for (PlannedParcel parcel : parcels) {
            List<ParcelLine> lines = new ArrayList<>();
            for (Content content : parcel.contents()) {
                OrderLineId line = new OrderLineId(UUID.fromString(content.lineId()));
                lines.addAll(take(left.getOrDefault(line, List.of()), content.quantity()));
            }
            filled.add(new Contents(parcel, lines.stream().sorted(WALK).toList()));
        }
        return filled;
    }

    /** Takes that many units from the front of the places, which must hold them. */
    private static List<ParcelLine> take(List<PickFrom> places, Quantity units) {
        List<ParcelLine> lines = new ArrayList<>();
        Quantity wanted = units;
        while (!wanted.isZero()) {
            PickFrom place = places.removeFirst();
            Quantity taken = place.quantity().compareTo(wanted) <= 0 ? place.quantity() : wanted;
            Quantity rest = place.quantity().minus(taken);
            if (!rest.isZero()) {
                places.addFirst(
                        new PickFrom(
                                place.lineId(), place.locationId(), place.locationName(), rest));
            }
            lines.add(
                    new ParcelLine(
                            place.lineId(),
                            place.locationId(),
                            place.locationName(),
                            taken,
                            Quantity.ZERO,
                            Quantity.ZERO));
            wanted = wanted.minus(taken);
        }
        return lines;
    }
}
