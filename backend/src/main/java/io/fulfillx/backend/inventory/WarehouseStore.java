package io.fulfillx.backend.inventory;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.LocationId;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Warehouses, and which locations are in them. */
final class WarehouseStore {
    private static final String PUT =
            """
            insert into warehouse (org_id, code, name) values (:org, :code, :name)
            on conflict (org_id, code) do update set name = excluded.name
            """;
    private static final String ALL =
            """
            select w.code, w.name,
              (select count(*) from stock_place p
                where p.org_id = w.org_id and p.warehouse = w.code) as places
            from warehouse w where w.org_id = :org and w.code > :after order by w.code limit :limit
            """;
    private static final String EXISTS =
            "select count(*) as n from warehouse where org_id = :org and code = :code";
    private static final String PLACE =
            """
            insert into stock_place (org_id, location_id, warehouse, kind)
            values (:org, :location, :warehouse, :kind)
            on conflict (org_id, location_id) do update
            set warehouse = excluded.warehouse, kind = excluded.kind
            """;
    private static final String TOTES =
            """
            select l.name, l.location_id from stock_place p
            join location_name l on l.org_id = p.org_id and l.location_id = p.location_id
            where p.org_id = :org and p.kind = 'TOTE' and l.name in
              (select jsonb_array_elements_text(cast(:names as jsonb)))
            """;
    private static final String OF_PLACES =
            """
            select location_id, warehouse from stock_place where org_id = :org and location_id in
              (select cast(jsonb_array_elements_text(cast(:places as jsonb)) as uuid))
            """;
    private static final String PROMISED =
            """
            select count(*) as n from stock_level
            where org_id = :org and location_id = :location and reserved > 0
            """;

    /**
     * A warehouse.
     *
     * @param places locations that were put into it; those of nobody are in MAIN
     */
    record WarehouseView(String code, String name, long places) {}

    void put(Tx tx, String code, String name) {
        tx.sql(PUT).with("code", code).with("name", name).run();
    }

    List<WarehouseView> all(Tx tx, String after, int limit) {
        return tx.sql(ALL)
                .with("after", after)
                .with("limit", limit)
                .list(
                        row ->
                                new WarehouseView(
                                        row.text("code"), row.text("name"), row.bigint("places")));
    }

    boolean exists(Tx tx, String code) {
        return tx.sql(EXISTS).with("code", code).get(row -> row.bigint("n")) > 0;
    }

    /** Whether units there are promised to orders. */
    boolean hasPromises(Tx tx, LocationId location) {
        return tx.sql(PROMISED).with("location", location.value()).get(row -> row.bigint("n")) > 0;
    }

    /** Locations of these names that are totes. */
    Map<String, LocationId> totes(Tx tx, Collection<String> names) {
        Map<String, LocationId> totes = new HashMap<>();
        tx.sql(TOTES)
                .withJson("names", names)
                .list(row -> totes.put(row.text("name"), new LocationId(row.uuid("location_id"))));
        return totes;
    }

    /** MAIN for a place that nobody put anywhere. */
    Map<LocationId, String> of(Tx tx, Collection<LocationId> places) {
        record Placed(LocationId location, String warehouse) {}
        Map<LocationId, String> found = new HashMap<>();
        places.forEach(place -> found.put(place, "MAIN"));
        tx.sql(OF_PLACES)
                .withJson("places", places)
                .list(
                        row ->
                                new Placed(
                                        new LocationId(row.uuid("location_id")),
                                        row.text("warehouse")))
                .forEach(placed -> found.put(placed.location(), placed.warehouse()));
        return found;
    }

    void place(Tx tx, LocationId location, String warehouse, String kind) {
        tx.sql(PLACE)
                .with("location", location.value())
                .with("warehouse", warehouse)
                .with("kind", kind)
                .run();
    }
}
