package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.AtpPolicy.ChannelRule;
import io.fulfillx.backend.inventory.KitStore.KitPart;
import io.fulfillx.backend.inventory.SupplyStore.FreeOf;
import io.fulfillx.backend.inventory.SupplyStore.RuleOf;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What channels show of many items, with a handful of statements for all of them. */
final class ShowStock {
    private final SupplyStore supply = new SupplyStore();
    private final KitStore kits = new KitStore();

    /** A figure for a channel. */
    record Shown(UUID channel, ItemId item, int units) {}

    List<Shown> of(Tx tx, List<UUID> channels, Collection<ItemId> items) {
        Map<ItemId, List<KitPart>> parts = kits.virtualKits(tx, items);
        Set<ItemId> stocked = new HashSet<>(items);
        parts.values().forEach(each -> each.forEach(part -> stocked.add(part.item())));
        Map<ItemId, List<FreeOf>> free = new HashMap<>();
        for (FreeOf each : supply.freeOf(tx, stocked)) {
            free.computeIfAbsent(each.item(), _ -> new ArrayList<>()).add(each);
        }
        Map<UUID, Map<ItemId, ChannelRule>> rules = new HashMap<>();
        for (RuleOf each : supply.rulesOf(tx, items)) {
            rules.computeIfAbsent(each.channel(), _ -> new HashMap<>())
                    .put(each.item(), each.rule());
        }
        List<Shown> shown = new ArrayList<>();
        for (UUID channel : channels) {
            Map<ItemId, ChannelRule> known = rules.getOrDefault(channel, Map.of());
            for (ItemId item : items) {
                ChannelRule rule = known.getOrDefault(item, ChannelRule.ALL);
                int units = AtpPolicy.shown(rule, available(item, rule, parts, free));
                shown.add(new Shown(channel, item, units));
            }
        }
        return shown;
    }

    private static int available(
            ItemId item,
            ChannelRule rule,
            Map<ItemId, List<KitPart>> kits,
            Map<ItemId, List<FreeOf>> free) {
        List<KitPart> parts = kits.get(item);
        if (parts == null) {
            return single(item, rule, free);
        }
        Map<ItemId, Integer> available = new HashMap<>();
        parts.forEach(part -> available.put(part.item(), single(part.item(), rule, free)));
        return AtpPolicy.kits(parts, available);
    }

    private static int single(ItemId item, ChannelRule rule, Map<ItemId, List<FreeOf>> free) {
        return free.getOrDefault(item, List.of()).stream()
                .filter(each -> rule.includes(each.warehouse()))
                .mapToInt(FreeOf::units)
                .sum();
    }
}
