package io.fulfillx.backend.inventory;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

/** What items cost, as the catalog tells it. */
final class ItemCostStore {
    private static final String COST =
            """
            select coalesce(unit_cost_minor, 0) as cost from item_cost
            where org_id = :org and item_id = :item
            """;

    private ItemCostStore() {}

    /** Of one unit, in minor units of its currency; 0 when nobody said. */
    static long minor(Tx tx, ItemId item) {
        return tx.sql(COST).with("item", item.value()).find(row -> row.bigint("cost")).orElse(0L);
    }
}
