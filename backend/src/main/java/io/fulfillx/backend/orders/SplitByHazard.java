package io.fulfillx.backend.orders;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Gives dangerous goods of each hazard class a part of their own: other carriers, papers and places
 * are meant for them, and a hold on them keeps nothing else back.
 */
final class SplitByHazard {
    private final CatalogModule catalog;
    private final LineStore lines;
    private final OrderParts parts;
    private final OrderJournal journal;

    SplitByHazard(CatalogModule catalog, LineStore lines, OrderParts parts, OrderJournal journal) {
        this.catalog = catalog;
        this.lines = lines;
        this.parts = parts;
        this.journal = journal;
    }

    /** The caller has locked the order. */
    void split(Tx tx, OrderId order, String actor) {
        Map<OrderLineId, String> groups = groups(tx, order);
        if (groups.isEmpty()) {
            return;
        }
        for (FulfillmentOrder part : parts.of(tx, order)) {
            if (part.state().isPlannable() && part.orderId().equals(order)) {
                apart(tx, part, groups, actor);
            }
        }
    }

    /** The group of each line that is dangerous. */
    private Map<OrderLineId, String> groups(Tx tx, OrderId order) {
        List<LineRecord> all = lines.of(tx, order);
        Map<ItemId, String> hazards =
                catalog.hazards(
                        tx,
                        all.stream()
                                .map(LineRecord::itemId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        Map<OrderLineId, String> groups = new HashMap<>();
        for (LineRecord line : all) {
            ItemId item = line.itemId();
            String group = item == null ? null : hazards.get(item);
            if (group != null) {
                groups.put(line.lineId(), group);
            }
        }
        return groups;
    }

    /** What is ordinary stays; a part that is all of one class only gets its name. */
    private void apart(
            Tx tx, FulfillmentOrder part, Map<OrderLineId, String> groups, String actor) {
        Map<String, List<FulfillmentOrder.Line>> byGroup = new TreeMap<>();
        for (FulfillmentOrder.Line line : part.lines()) {
            byGroup.computeIfAbsent(
                            groups.getOrDefault(line.lineId(), ""),
                            _ -> new java.util.ArrayList<>())
                    .add(line);
        }
        String stays = byGroup.containsKey("") ? "" : byGroup.keySet().iterator().next();
        if (!part.shipGroup().equals(stays)) {
            parts.place(tx, part, part.warehouse(), stays);
        }
        byGroup.remove(stays);
        byGroup.forEach(
                (group, moved) -> {
                    FulfillmentOrder now = parts.get(tx, part.fulfillmentOrderId());
                    boolean lacks = moved.stream().anyMatch(line -> !line.lacking().isZero());
                    FulfillmentOrder fresh =
                            parts.get(
                                    tx,
                                    parts.splitOff(
                                            tx, now, moved, lacks && now.backorderedAt() != null));
                    parts.place(tx, fresh, part.warehouse(), group);
                    journal.note(
                            tx,
                            part.orderId(),
                            actor,
                            "SPLIT",
                            "Part %s: %s is sent apart.".formatted(fresh.number(), group));
                });
    }
}
