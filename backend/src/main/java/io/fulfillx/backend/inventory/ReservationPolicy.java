package io.fulfillx.backend.inventory;

import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides which locations give how much to the lines of one order: everything or nothing. The
 * demand for an item is summed over all lines first, else two lines would be promised the same
 * unit. Pure.
 */
final class ReservationPolicy {
    private static final Comparator<Level> FULLEST =
            Comparator.comparing(Level::available)
                    .reversed()
                    .thenComparing(level -> level.locationId().value());

    private ReservationPolicy() {}

    /** What a line still needs. */
    record Demand(OrderLineId lineId, ItemId itemId, Quantity quantity) {}

    /** What a location can give. */
    record Level(ItemId itemId, LocationId locationId, Quantity available) {}

    /** Units of one location for one line. */
    record Grant(OrderLineId lineId, ItemId itemId, LocationId locationId, Quantity quantity) {}

    /** An item of which there is too little. */
    record Shortage(ItemId itemId, Quantity asked, Quantity available) {}

    /** The decision. */
    sealed interface Plan {
        record Granted(List<Grant> grants) implements Plan {}

        record Lacking(List<Shortage> shortages) implements Plan {}
    }

    static Plan plan(List<Demand> demands, List<Level> levels) {
        Map<ItemId, List<Demand>> byItem =
                demands.stream()
                        .filter(demand -> !demand.quantity().isZero())
                        .collect(Collectors.groupingBy(Demand::itemId));
        List<Shortage> shortages = new ArrayList<>();
        List<Grant> grants = new ArrayList<>();
        byItem.forEach(
                (item, wanted) -> {
                    List<Level> offered =
                            levels.stream().filter(level -> level.itemId().equals(item)).toList();
                    long asked = wanted.stream().mapToLong(d -> d.quantity().units()).sum();
                    long available = offered.stream().mapToLong(l -> l.available().units()).sum();
                    if (available < asked) {
                        shortages.add(new Shortage(item, units(asked), units(available)));
                    } else {
                        grants.addAll(share(wanted, sources(offered, asked)));
                    }
                });
        return shortages.isEmpty()
                ? new Plan.Granted(List.copyOf(grants))
                : new Plan.Lacking(List.copyOf(shortages));
    }

    private static Quantity units(long count) {
        return new Quantity((int) Math.min(count, Quantity.MAX_UNITS));
    }

    /** The fullest shelf that suffices alone spares a walk; else the fullest ones first. */
    private static SequencedMap<LocationId, Quantity> sources(List<Level> offered, long asked) {
        List<Level> sorted = offered.stream().sorted(FULLEST).toList();
        SequencedMap<LocationId, Quantity> sources = new java.util.LinkedHashMap<>();
        long left = asked;
        for (Level level : sorted) {
            if (left == 0) {
                break;
            }
            long taken = Math.min(left, level.available().units());
            if (taken > 0) {
                sources.put(level.locationId(), units(taken));
                left -= taken;
            }
        }
        return sources;
    }

    private static List<Grant> share(
            List<Demand> wanted, SequencedMap<LocationId, Quantity> sources) {
        List<Grant> grants = new ArrayList<>();
        for (Demand demand : wanted) {
            Quantity left = demand.quantity();
            while (!left.isZero()) {
                Map.Entry<LocationId, Quantity> source = sources.firstEntry();
                Quantity taken = left.compareTo(source.getValue()) < 0 ? left : source.getValue();
                grants.add(new Grant(demand.lineId(), demand.itemId(), source.getKey(), taken));
                left = left.minus(taken);
                if (taken.equals(source.getValue())) {
                    sources.pollFirstEntry();
                } else {
                    sources.put(source.getKey(), source.getValue().minus(taken));
                }
            }
        }
        return grants;
    }

    /** Grants in the order in which levels must be moved. */
    static List<Grant> inLockOrder(List<Grant> grants) {
        Map<String, List<Grant>> sorted = new TreeMap<>();
        for (Grant grant : grants) {
            sorted.computeIfAbsent(
                            grant.itemId() + "/" + grant.locationId(), _ -> new ArrayList<>())
                    .add(grant);
        }
        return sorted.values().stream().flatMap(List::stream).toList();
    }
}
