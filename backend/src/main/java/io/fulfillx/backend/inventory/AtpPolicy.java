package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.KitStore.KitPart;
import io.fulfillx.model.id.ItemId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What can be promised: now, on a day, as kits, on a channel. Pure. */
final class AtpPolicy {
    private AtpPolicy() {}

    /** Units that come in on a day, or were promised for it when negative. */
    record Expected(LocalDate day, int units) {}

    /**
     * What may be promised for a day without breaking a promise of a later one: the least balance
     * from that day on. So what comes in once is promised once.
     *
     * @param now on hand and free, less safety stock
     */
    static int onDay(int now, List<Expected> expected, LocalDate day) {
        NavigableMap<LocalDate, Integer> changes = new TreeMap<>();
        expected.forEach(each -> changes.merge(each.day(), each.units(), Integer::sum));
        int balance = now;
        for (int units : changes.headMap(day, true).values()) {
            balance += units;
        }
        int least = balance;
        for (int units : changes.tailMap(day, false).values()) {
            balance += units;
            least = Math.min(least, balance);
        }
        return least;
    }

    /** How many kits the components suffice for. */
    static int kits(List<KitPart> parts, Map<ItemId, Integer> available) {
        return parts.stream()
                .mapToInt(
                        part -> Math.floorDiv(available.getOrDefault(part.item(), 0), part.units()))
                .min()
                .orElse(0);
    }

    /**
     * One demand of all lines, kits taken apart, so that lines which share a component are tested
     * together.
     */
    static Map<ItemId, Long> demand(
            Map<ItemId, Long> wanted, Map<ItemId, List<KitPart>> virtualKits) {
        Map<ItemId, Long> demand = new HashMap<>();
        wanted.forEach(
                (item, units) ->
                        virtualKits
                                .getOrDefault(item, List.of(new KitPart(item, 1)))
                                .forEach(
                                        part ->
                                                demand.merge(
                                                        part.item(),
                                                        units * part.units(),
                                                        Long::sum)));
        return demand;
    }

    /**
     * What a channel shows.
     *
     * @param sharePercent its part of what is available
     * @param buffer units held back from it
     * @param cap the most it shows, null for no such limit
     * @param floor below so many it shows none
     * @param warehouses whose stock it may show; empty for all
     */
    record ChannelRule(
            int sharePercent,
            int buffer,
            @Nullable Integer cap,
            int floor,
            List<String> warehouses) {
        static final ChannelRule ALL = new ChannelRule(100, 0, null, 0, List.of());

        ChannelRule {
            warehouses = List.copyOf(warehouses);
        }

        boolean includes(String warehouse) {
            return warehouses.isEmpty() || warehouses.contains(warehouse);
        }
    }

    static int shown(ChannelRule rule, int available) {
        long part = Math.floorDiv((long) available * rule.sharePercent(), 100L) - rule.buffer();
        Integer cap = rule.cap();
        long most = cap == null ? part : Math.min(part, cap);
        return most < rule.floor() || most < 0 ? 0 : (int) most;
    }
}
