package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.catalog.api.ParcelNeeds;
import io.fulfillx.backend.fulfillment.PlannedParcel.Content;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.inventory.api.LineUnits;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** From an order and where its units lie to parcels, as far as cartons allow. Pure. */
final class PlanParcels {
    private static final Comparator<ParcelLine> WALK =
            Comparator.comparing(ParcelLine::location)
                    .thenComparing(line -> line.lineId().value())
                    .thenComparing(line -> line.itemId().toString())
                    .thenComparing(line -> line.stock().lot());

    private final List<Carton> cartons;
    private final Supplier<UUID> ids;

    /**
     * @param ids for parts that cannot have their line's id
     */
    PlanParcels(List<Carton> cartons, Supplier<UUID> ids) {
        this.cartons = List.copyOf(cartons);
        this.ids = ids;
    }

    /** The parcels of an order, or a sentence why there are none. */
    sealed interface Plan {
        record Parcels(List<PlannedParcel> parcels) implements Plan {}

        record Impossible(String reason) implements Plan {}
    }

    /** One parcel to be: its carton, and its lines in walking order. */
    record Contents(PlannedParcel planned, List<ParcelLine> lines) {
        String carton() {
            Carton carton = planned.carton();
            return carton == null ? Parcel.OWN_CONTAINER : carton.code();
        }
    }

    /**
     * @param open what is to be packed
     * @param components the items of kits that are packed by their components
     */
    Plan plan(OrderForShipping order, List<LineUnits> open, Map<ItemId, Item> components) {
        List<Apart> groups = groups(order, open, components);
        if (groups.isEmpty()) {
            return new Plan.Impossible("Nothing is reserved for this order.");
        }
        List<PlannedParcel> all = new ArrayList<>();
        for (Apart group : groups) {
            switch (choose(order, group)) {
                case CartonPlan.TooHeavy(String line, String detail) -> {
                    return impossible(order, line, detail);
                }
                case CartonPlan.TooLarge(String line, String detail) -> {
                    return impossible(order, line, detail);
                }
                case CartonPlan.Planned(List<PlannedParcel> parcels) -> all.addAll(parcels);
            }
        }
        return new Plan.Parcels(all);
    }

    /** What shares parcels with nothing else. */
    private record Apart(boolean ownContainer, List<CartonLine> lines) {}

    private record Wanted(CartonLine line, ParcelNeeds needs) {}

    /**
     * @param component what is packed in place of the kit that was ordered; null for an item as it
     *     is
     */
    private static Wanted wanted(
            OrderForShipping.Line line, LineUnits units, @Nullable Item component) {
        String name = name(units.lineId(), units.itemId());
        if (component == null || units.itemId().equals(line.itemId())) {
            return new Wanted(
                    new CartonLine(name, line.size(), line.unitWeight(), units.quantity()),
                    line.needs());
        }
        return new Wanted(
                new CartonLine(name, component.size(), component.weight(), units.quantity()),
                component.needs());
    }

    /** Ordinary goods together, dangerous ones by their class, and each unit that leaves alone. */
    private static List<Apart> groups(
            OrderForShipping order, List<LineUnits> open, Map<ItemId, Item> components) {
        Map<String, List<CartonLine>> shared = new TreeMap<>();
        List<Apart> alone = new ArrayList<>();
        for (LineUnits units : open) {
            Optional<OrderForShipping.Line> found =
                    order.lines().stream()
                            .filter(line -> line.lineId().equals(units.lineId()))
                            .findFirst();
            if (found.isEmpty()) {
                continue;
            }
            Wanted want = wanted(found.get(), units, components.get(units.itemId()));
            CartonLine wanted = want.line();
            ParcelNeeds needs = want.needs();
            if (needs.ownContainer()) {
                alone.add(new Apart(true, List.of(wanted)));
            } else if (needs.alone()) {
                CartonLine one = wanted.some(Quantity.ONE);
                alone.addAll(
                        Collections.nCopies(
                                units.quantity().units(), new Apart(false, List.of(one))));
            } else {
                shared.computeIfAbsent(needs.group(), _ -> new ArrayList<>()).add(wanted);
            }
        }
        List<Apart> groups = new ArrayList<>();
        shared.values().forEach(lines -> groups.add(new Apart(false, lines)));
        groups.addAll(alone);
        return groups;
    }

    private static String name(OrderLineId line, ItemId item) {
        return line + "/" + item;
    }

    /** The rule's carton if everything goes into one of it, else whatever suits best. */
    private CartonPlan choose(OrderForShipping order, Apart group) {
        List<CartonLine> lines = group.lines();
        if (group.ownContainer()) {
            return new Cartonization(List.of(), ParcelLimits.ordinary()).plan(lines);
        }
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

    private static Plan impossible(OrderForShipping order, String name, String detail) {
        String title =
                order.lines().stream()
                        .filter(line -> name.startsWith(line.lineId().toString()))
                        .map(OrderForShipping.Line::title)
                        .findFirst()
                        .orElse("An item");
        return new Plan.Impossible("\"" + title + "\" fits no parcel: " + detail + ".");
    }

    /**
     * Says from where each parcel takes its units.
     *
     * @param places hold all of them
     */
    List<Contents> fill(
            OrderForShipping order, List<PlannedParcel> parcels, List<PickFrom> places) {
        Map<String, List<PickFrom>> left = new LinkedHashMap<>();
        for (PickFrom place : places) {
            String name = name(place.lineId(), place.itemId());
            left.computeIfAbsent(name, _ -> new ArrayList<>()).add(place);
        }
        List<Contents> filled = new ArrayList<>();
        for (PlannedParcel parcel : parcels) {
            List<ParcelLine> lines = new ArrayList<>();
            for (Content content : parcel.contents()) {
                List<PickFrom> there = left.getOrDefault(content.lineId(), List.of());
                take(there, content.quantity()).forEach(lines::add);
            }
            List<ParcelLine> walked = lines.stream().sorted(WALK).toList();
            filled.add(new Contents(parcel, named(order, walked)));
        }
        return filled;
    }

    /** The first part of a line that is packed as ordered keeps the line's id. */
    private List<ParcelLine> named(OrderForShipping order, List<ParcelLine> lines) {
        Set<OrderLineId> begun = new HashSet<>();
        List<ParcelLine> named = new ArrayList<>();
        for (ParcelLine line : lines) {
            boolean whole =
                    order.lines().stream()
                            .anyMatch(
                                    ordered ->
                                            ordered.lineId().equals(line.lineId())
                                                    && line.itemId().equals(ordered.itemId()));
            boolean first = whole && begun.add(line.lineId());
            named.add(first ? line : part(line.stock(), line.location(), line.planned()));
        }
        return List.copyOf(named);
    }

    /** A part with an id of its own. */
    ParcelLine part(LineStock stock, String location, Quantity units) {
        return new ParcelLine(
                new OrderLineId(ids.get()), stock, location, units, Quantity.ZERO, Quantity.ZERO);
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
                places.addFirst(new PickFrom(place.at(), place.locationName(), rest));
            }
            lines.add(
                    new ParcelLine(
                            place.lineId(),
                            place.at(),
                            place.locationName(),
                            taken,
                            Quantity.ZERO,
                            Quantity.ZERO));
            wanted = wanted.minus(taken);
        }
        return lines;
    }
}
