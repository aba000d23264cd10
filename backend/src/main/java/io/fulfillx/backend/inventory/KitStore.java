package io.fulfillx.backend.inventory;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What kits are made of. */
final class KitStore {
    private static final String VIRTUAL =
            """
            select c.kit_id, c.item_id, c.units from kit_component c
            join kit k on k.org_id = c.org_id and k.kit_id = c.kit_id
            where c.org_id = :org and k.is_virtual
              and c.kit_id = any(cast(:items as uuid[]))
            order by c.kit_id, c.item_id
            """;
    private static final String PARTS =
            """
            select kit_id, item_id, units from kit_component
            where org_id = :org and kit_id = :kit order by item_id
            """;
    private static final String IS_VIRTUAL =
            "select is_virtual from kit where org_id = :org and kit_id = :kit";
    private static final String PUT =
            """
            insert into kit (org_id, kit_id, is_virtual) values (:org, :kit, :virtual)
            on conflict (org_id, kit_id) do update set is_virtual = excluded.is_virtual
            """;
    private static final String CLEAR =
            "delete from kit_component where org_id = :org and kit_id = :kit";
    private static final String ADD =
            """
            insert into kit_component (org_id, kit_id, item_id, units)
            values (:org, :kit, :item, :units)
            """;
    private static final String PROMISED =
            """
            select line_id, item_id, units from reservation_kit
            where org_id = :org and line_id in
              (select cast(jsonb_array_elements_text(cast(:lines as jsonb)) as uuid))
            order by line_id, item_id
            """;
    private static final String PROMISE =
            """
            insert into reservation_kit (org_id, line_id, order_id, item_id, units)
            values (:org, :line, :order, :item, :units) on conflict do nothing
            """;
    private static final String FORGET =
            """
            delete from reservation_kit k
            where k.org_id = :org and k.order_id = :order and not exists
              (select 1 from reservation r
               where r.org_id = :org and r.line_id = k.line_id and r.quantity + r.shipped > 0)
            """;
    private static final String NESTED =
            """
            select count(*) as n from kit_component
            where org_id = :org and (item_id = :kit or kit_id in
              (select cast(jsonb_array_elements_text(cast(:items as jsonb)) as uuid)))
            """;

    /** Units of a component in one kit. */
    record KitPart(ItemId item, int units) {}

    private record Row(ItemId kit, KitPart part) {}

    /** The parts of those items that are virtual kits. */
    Map<ItemId, List<KitPart>> virtualKits(Tx tx, Collection<ItemId> items) {
        return tx
                .sql(VIRTUAL)
                .withIds("items", items.stream().map(ItemId::value).toList())
                .list(KitStore::row)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::kit, Collectors.mapping(Row::part, Collectors.toList())));
    }

    private static Row row(io.fulfillx.backend.platform.sql.Row row) {
        return new Row(
                new ItemId(row.uuid("kit_id")),
                new KitPart(new ItemId(row.uuid("item_id")), row.integer("units")));
    }

    /** Empty when the item is no kit. */
    List<KitPart> parts(Tx tx, ItemId kit) {
        return tx.sql(PARTS).with("kit", kit.value()).list(KitStore::row).stream()
                .map(Row::part)
                .toList();
    }

    boolean isVirtual(Tx tx, ItemId kit) {
        return tx.sql(IS_VIRTUAL)
                .with("kit", kit.value())
                .find(row -> row.flag("is_virtual"))
                .orElse(false);
    }

    /** What the kits of those lines were made of when they were promised. */
    Map<OrderLineId, List<KitPart>> promised(Tx tx, Collection<OrderLineId> lines) {
        record Promised(OrderLineId line, KitPart part) {}
        return tx
                .sql(PROMISED)
                .withJson("lines", lines)
                .list(
                        row ->
                                new Promised(
                                        new OrderLineId(row.uuid("line_id")),
                                        new KitPart(
                                                new ItemId(row.uuid("item_id")),
                                                row.integer("units"))))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Promised::line,
                                Collectors.mapping(Promised::part, Collectors.toList())));
    }

    /** The same as units of each component. */
    Map<OrderLineId, Map<ItemId, Integer>> unitsOf(Tx tx, Collection<OrderLineId> lines) {
        Map<OrderLineId, Map<ItemId, Integer>> units = new HashMap<>();
        promised(tx, lines)
                .forEach(
                        (line, parts) ->
                                units.put(
                                        line,
                                        parts.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                KitPart::item, KitPart::units))));
        return units;
    }

    /** A line was promised a kit; what it is made of stays so for this line. */
    void promise(Tx tx, OrderId order, OrderLineId line, List<KitPart> parts) {
        for (KitPart part : parts) {
            tx.sql(PROMISE)
                    .with("line", line.value())
                    .with("order", order.value())
                    .with("item", part.item().value())
                    .with("units", part.units())
                    .run();
        }
    }

    /** Lines of the order that have nothing promised or sent begin anew. */
    void forget(Tx tx, OrderId order) {
        tx.sql(FORGET).with("order", order.value()).run();
    }

    /** Whether a kit would contain a kit. */
    boolean wouldNest(Tx tx, ItemId kit, List<KitPart> parts) {
        return tx.sql(NESTED)
                        .with("kit", kit.value())
                        .withJson("items", parts.stream().map(KitPart::item).toList())
                        .get(row -> row.bigint("n"))
                > 0;
    }

    void put(Tx tx, ItemId kit, boolean isVirtual, List<KitPart> parts) {
        tx.sql(PUT).with("kit", kit.value()).with("virtual", isVirtual).run();
        tx.sql(CLEAR).with("kit", kit.value()).run();
        for (KitPart part : parts) {
            tx.sql(ADD)
                    .with("kit", kit.value())
                    .with("item", part.item().value())
                    .with("units", part.units())
                    .run();
        }
    }
}
