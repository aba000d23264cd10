package io.fulfillx.backend.inventory;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import java.util.Collection;
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
