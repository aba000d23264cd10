package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Decides which locations give how much to the lines of one order: everything or nothing. The
 * demand for an item is summed over all lines first, else two lines would be promised the same
 * unit. Pure.
 */
final class ReservationPolicy {
    /**
     * What expires first goes first. Of units that cannot be told apart the fullest place goes
     * first, which spares a walk; of a lot the smallest rest, so that it is used up.
     */
    private static final Comparator<Level> FIRST_EXPIRED =
            Comparator.comparing((Level level) -> level.shelfLife().expiresOn())
                    .thenComparing(level -> level.shelfLife().receivedAt())
                    .thenComparingInt(level -> level.isInLot() ? level.units() : -level.units())
                    .thenComparing(Level::key);

    private ReservationPolicy() {}

    /** What a line still needs. */
    record Demand(OrderLineId lineId, ItemId itemId, Quantity quantity) {}

    /**
     * How long units keep.
     *
     * @param expiresOn the last day of the calendar for units that keep for ever
     */
    record ShelfLife(LocalDate expiresOn, Instant receivedAt) {
        static final ShelfLife ENDLESS = new ShelfLife(LocalDate.MAX, Instant.EPOCH);
    }

    /** What a location can give of a lot. */
    record Level(StockKey key, String warehouse, Quantity available, ShelfLife shelfLife) {
        ItemId itemId() {
            return key.item();
        }

        int units() {
            return available.units();
        }

        boolean isInLot() {
            return !key.lot().isEmpty();
        }
    }

    /** Units that a warehouse keeps back. */
    record Safety(ItemId itemId, String warehouse, int units) {}

    /** Units of one location and lot for one line. */
    record Grant(OrderLineId lineId, StockKey key, Quantity quantity) {}

    /** An item of which there is too little. */
    record Shortage(ItemId itemId, Quantity asked, Quantity available) {}

    /** The decision. */
    sealed interface Plan {
        record Granted(List<Grant> grants) implements Plan {}

        record Lacking(List<Shortage> shortages) implements Plan {}
    }

    /** Takes what each warehouse keeps back from what would be given last. */
    static List<Level> withheld(List<Level> levels, List<Safety> kept) {
        List<Level> left = new ArrayList<>(levels.stream().sorted(FIRST_EXPIRED).toList());
        for (Safety safety : kept) {
            int open = safety.units();
            for (int i = left.size() - 1; i >= 0 && open > 0; i--) {
                Level level = left.get(i);
                if (level.itemId().equals(safety.itemId())
                        && level.warehouse().equals(safety.warehouse())) {
                    int taken = Math.min(open, level.units());
                    open -= taken;
                    left.set(
                            i,
                            new Level(
                                    level.key(),
                                    level.warehouse(),
                                    new Quantity(level.units() - taken),
                                    level.shelfLife()));
                }
            }
        }
        return List.copyOf(left);
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

    private static SequencedMap<StockKey, Quantity> sources(List<Level> offered, long asked) {
        List<Level> sorted = offered.stream().sorted(FIRST_EXPIRED).toList();
        SequencedMap<StockKey, Quantity> sources = new java.util.LinkedHashMap<>();
        long left = asked;
        for (Level level : sorted) {
            if (left == 0) {
                break;
            }
            long taken = Math.min(left, level.available().units());
            if (taken > 0) {
                sources.put(level.key(), units(taken));
                left -= taken;
            }
        }
        return sources;
    }

    private static List<Grant> share(
            List<Demand> wanted, SequencedMap<StockKey, Quantity> sources) {
        List<Grant> grants = new ArrayList<>();
        for (Demand demand : wanted) {
            Quantity left = demand.quantity();
            while (!left.isZero()) {
                Map.Entry<StockKey, Quantity> source = sources.firstEntry();
                Quantity taken = left.compareTo(source.getValue()) < 0 ? left : source.getValue();
                grants.add(new Grant(demand.lineId(), source.getKey(), taken));
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
}
