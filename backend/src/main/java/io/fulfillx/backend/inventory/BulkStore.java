package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.StockItemStore.Keeping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What many movements name, each kind of thing by one statement. */
final class BulkStore {
    private static final String PLACES =
            """
            select l.name, l.location_id
            from jsonb_array_elements_text(cast(:names as jsonb)) as n(name)
            join location_name l on l.org_id = :org and l.name = n.name
            """;
    private static final String KEEPINGS =
            """
            select item_id, tracks_lots, tracks_serials, stop_ship_days from stock_item
            where org_id = :org and item_id in
              (select cast(jsonb_array_elements_text(cast(:items as jsonb)) as uuid))
            """;
    private static final String LOTS =
            """
            select item_id, lot from stock_lot
            where org_id = :org and item_id in
              (select cast(jsonb_array_elements_text(cast(:items as jsonb)) as uuid))
              and lot in (select jsonb_array_elements_text(cast(:lots as jsonb)))
            """;

    /** A lot of an item. */
    record ItemLot(ItemId item, String lot) {}

    Map<String, LocationId> places(Tx tx, Collection<String> names) {
        Map<String, LocationId> places = new HashMap<>();
        tx.sql(PLACES)
                .withJson("names", names)
                .list(row -> Map.entry(row.text("name"), row.uuid("location_id")))
                .forEach(each -> places.put(each.getKey(), new LocationId(each.getValue())));
        return places;
    }

    /** Of those items that are kept by lot or number. */
    Map<ItemId, Keeping> keepings(Tx tx, Collection<ItemId> items) {
        Map<ItemId, Keeping> keepings = new HashMap<>();
        tx.sql(KEEPINGS)
                .withJson("items", items)
                .list(
                        row ->
                                Map.entry(
                                        new ItemId(row.uuid("item_id")),
                                        new Keeping(
                                                row.flag("tracks_lots"),
                                                row.flag("tracks_serials"),
                                                row.integer("stop_ship_days"))))
                .forEach(each -> keepings.put(each.getKey(), each.getValue()));
        return keepings;
    }

    Set<ItemLot> lots(Tx tx, Collection<ItemId> items, Collection<String> lots) {
        return new HashSet<>(
                tx.sql(LOTS)
                        .withJson("items", items)
                        .withJson("lots", lots)
                        .list(
                                row ->
                                        new ItemLot(
                                                new ItemId(row.uuid("item_id")), row.text("lot"))));
    }
}
