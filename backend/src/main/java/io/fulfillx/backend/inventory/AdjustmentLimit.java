package io.fulfillx.backend.inventory;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import java.util.List;
import java.util.Map;

/** What one person may correct alone: so many units, and of known cost so much value. */
final class AdjustmentLimit {
    /** From more units than that on somebody else has to agree. */
    static final int UNITS = 100;

    /** From more value than that on: 1,000.00 of a currency with two decimals. */
    static final long VALUE_MINOR = 100_000;

    private AdjustmentLimit() {}

    /** Whether so much has to be agreed to by a second person. */
    static boolean isExceeded(Tx tx, ItemId item, int delta) {
        return isExceeded(ItemCostStore.minor(tx, List.of(item)), item, delta);
    }

    private static boolean isExceeded(Map<ItemId, Long> costs, ItemId item, int delta) {
        long units = Math.abs((long) delta);
        return units > UNITS || units * costs.getOrDefault(item, 0L) > VALUE_MINOR;
    }

    /**
     * @throws Fault NOT_ALLOWED_NOW when a second person has to agree
     */
    static void require(Tx tx, ItemId item, int delta) {
        require(ItemCostStore.minor(tx, List.of(item)), item, delta);
    }

    /**
     * @param costs of one unit in minor units, as far as they are known
     * @throws Fault NOT_ALLOWED_NOW when a second person has to agree
     */
    static void require(Map<ItemId, Long> costs, ItemId item, int delta) {
        if (isExceeded(costs, item, delta)) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "A second person has to agree: ask at /api/v1/stock/adjustments.",
                    "/delta");
        }
    }
}
