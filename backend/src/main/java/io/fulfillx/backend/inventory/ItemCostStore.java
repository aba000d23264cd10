package io.fulfillx.backend.inventory;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What items cost, as the catalog tells it. */
final class ItemCostStore {
    private static final String COSTS =
            """
            select item_id, unit_cost_minor from item_cost
            where org_id = :org and item_id = any(cast(:items as uuid[]))
              and unit_cost_minor is not null
            """;

    private ItemCostStore() {}

    /** Of one unit, in minor units of its currency; without those of which nobody said it. */
    static Map<ItemId, Long> minor(Tx tx, Collection<ItemId> items) {
        return tx
                .sql(COSTS)
                .withIds("items", items.stream().map(ItemId::value).toList())
                .list(
                        row ->
                                Map.entry(
                                        new ItemId(row.uuid("item_id")),
                                        row.bigint("unit_cost_minor")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
