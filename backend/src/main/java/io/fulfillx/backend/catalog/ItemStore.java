package io.fulfillx.backend.catalog;

import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class ItemStore {
    private static final String COLUMNS =
            "i.item_id, i.sku, i.title, i.weight_grams, i.length_mm, i.width_mm, i.height_mm";
    private static final String BY_SKU =
            "select " + COLUMNS + " from item i where i.org_id = :org and i.sku = :sku";
    private static final String BY_SKUS =
            "select "
                    + COLUMNS
                    + " from item i where i.org_id = :org and i.sku in"
                    + " (select jsonb_array_elements_text(cast(:skus as jsonb)))";
    private static final String BY_ID =
            "select " + COLUMNS + " from item i where i.org_id = :org and i.item_id = :id";
    private static final String ENTRIES =
            """
            select i.item_id, i.sku, i.title, i.weight_grams, i.length_mm, i.width_mm, i.height_mm,
              l.name as location,
              (select coalesce(jsonb_agg(b.barcode order by b.barcode), '[]') from item_barcode b
                where b.org_id = i.org_id and b.item_id = i.item_id) as barcodes
            from item i left join location l
              on l.org_id = i.org_id and l.location_id = i.home_location_id
            where i.org_id = :org
            """;
    private static final String AFTER = " and i.item_id < :after";
    private static final String MATCHING =
            " and (i.sku ilike :like or i.title ilike :like or exists (select 1 from item_barcode b"
                + " where b.org_id = i.org_id and b.item_id = i.item_id and b.barcode = :exact))";
    private static final String ONE = " and i.item_id = :id";
    private static final String NEWEST = " order by i.item_id desc limit :limit";
    private static final String INSERT =
            """
            insert into item (org_id, item_id, sku, title, weight_grams, length_mm, width_mm,
              height_mm, home_location_id)
            values (:org, :id, :sku, :title, :weight, :length, :width, :height, :home)
            on conflict (org_id, sku) do nothing
            """;
    private static final String INSERT_BARCODE =
            """
            insert into item_barcode (org_id, barcode, item_id) values (:org, :barcode, :id)
            on conflict (org_id, barcode) do nothing
            """;
    private static final String OWNER =
            "select item_id from item_barcode where org_id = :org and barcode = :barcode";
    private static final String BARCODES =
            """
            select barcode from item_barcode where org_id = :org and item_id = :id order by barcode
            """;

    /** An item with where it usually lies and all its barcodes. */
    record Entry(Item item, @Nullable String location, List<String> barcodes) {}

    Optional<Item> findBySku(Tx tx, Sku sku) {
        return tx.sql(BY_SKU).with("sku", sku.value()).find(ItemStore::item);
    }

    List<Item> findBySkus(Tx tx, Collection<Sku> skus) {
        List<String> names = skus.stream().map(Sku::value).sorted().toList();
        return tx.sql(BY_SKUS).withJson("skus", names).list(ItemStore::item);
    }

    Optional<Item> find(Tx tx, ItemId id) {
        return tx.sql(BY_ID).with("id", id.value()).find(ItemStore::item);
    }

    Entry entry(Tx tx, ItemId id) {
        return tx.sql(ENTRIES + ONE).with("id", id.value()).get(ItemStore::entryOf);
    }

    List<Entry> entries(Tx tx, Optional<String> query, Optional<UUID> after, int limit) {
        StringBuilder sql = new StringBuilder(ENTRIES);
        query.ifPresent(_ -> sql.append(MATCHING));
        after.ifPresent(_ -> sql.append(AFTER));
        Tx.Statement statement = tx.sql(sql.append(NEWEST).toString()).with("limit", limit);
        query.ifPresent(
                text ->
                        statement
                                .with("like", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                                .with("exact", text));
        after.ifPresent(id -> statement.with("after", id));
        return statement.list(ItemStore::entryOf);
    }

    /** False when the SKU is taken. */
    boolean insert(Tx tx, Item item, @Nullable LocationId home) {
        Dimensions size = item.size();
        return tx.sql(INSERT)
                        .with("id", item.itemId().value())
                        .with("sku", item.sku().value())
                        .with("title", item.title())
                        .with("weight", item.weight().grams())
                        .withOptional("length", size == null ? null : size.lengthMm())
                        .withOptional("width", size == null ? null : size.widthMm())
                        .withOptional("height", size == null ? null : size.heightMm())
                        .with("home", home == null ? null : home.value())
                        .run()
                == 1;
    }

    /** False when another item has the barcode. */
    boolean addBarcode(Tx tx, ItemId id, String barcode) {
        long added = tx.sql(INSERT_BARCODE).with("barcode", barcode).with("id", id.value()).run();
        return added == 1
                || tx.sql(OWNER)
                        .with("barcode", barcode)
                        .get(row -> row.uuid("item_id").equals(id.value()));
    }

    List<String> barcodes(Tx tx, ItemId id) {
        return tx.sql(BARCODES).with("id", id.value()).list(row -> row.text("barcode"));
    }

    private static Entry entryOf(Row row) {
        List<String> barcodes = new ArrayList<>();
        for (String barcode : Json.read(row.text("barcodes"), String[].class)) {
            barcodes.add(barcode);
        }
        return new Entry(item(row), row.textOrNull("location"), List.copyOf(barcodes));
    }

    private static Item item(Row row) {
        Integer length = row.integerOrNull("length_mm");
        Integer width = row.integerOrNull("width_mm");
        Integer height = row.integerOrNull("height_mm");
        Dimensions size =
                length == null || width == null || height == null
                        ? null
                        : new Dimensions(length, width, height);
        return new Item(
                new ItemId(row.uuid("item_id")),
                new Sku(row.text("sku")),
                row.text("title"),
                new Weight(row.integer("weight_grams")),
                size);
    }
}
