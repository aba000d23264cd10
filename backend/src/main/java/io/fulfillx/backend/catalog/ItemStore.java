package io.fulfillx.backend.catalog;

import io.fulfillx.backend.catalog.ItemFacts.Scanned;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.catalog.api.ItemCode;
import io.fulfillx.backend.catalog.api.ParcelNeeds;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Dimensions;
import io.fulfillx.model.quantity.Money;
import io.fulfillx.model.quantity.Weight;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

final class ItemStore {
    private static final String HAZARD =
            "case when jsonb_exists(i.details, 'hazmat') then"
                    + " coalesce(i.details -> 'hazmat' ->> 'hazardClass', '') end as hazard_class";
    private static final String COLUMNS =
            "i.item_id, i.sku, i.title, i.weight_grams, i.length_mm, i.width_mm, i.height_mm,"
                    + " coalesce(i.details -> 'handling' ->> 'shipsAlone', '') = 'true' as alone,"
                    + " coalesce(i.details -> 'handling' ->> 'ownContainer', '') = 'true'"
                    + " as own_container, "
                    + HAZARD;
    private static final String HAZARDS =
            "select i.item_id, "
                    + HAZARD
                    + " from item i where i.org_id = :org and i.item_id = any(cast(:ids as uuid[]))"
                    + " and jsonb_exists(i.details, 'hazmat')";
    private static final String BY_SKU =
            "select " + COLUMNS + " from item i where i.org_id = :org and i.sku = :sku";
    private static final String BY_SKUS =
            "select "
                    + COLUMNS
                    + " from item i where i.org_id = :org and i.sku in"
                    + " (select jsonb_array_elements_text(cast(:skus as jsonb)))";
    private static final String BY_IDS =
            "select "
                    + COLUMNS
                    + " from item i where i.org_id = :org and i.item_id = any(cast(:ids as"
                    + " uuid[]))";
    private static final String ENTRIES =
            """
            select %s, l.name as location, i.version, i.archived_at, i.details, i.unit_cost_minor,
              i.cost_currency,
              (select coalesce(jsonb_agg(jsonb_build_object('barcode', b.barcode, 'uom', b.uom,
                  'units', b.units) order by b.barcode), '[]') from item_barcode b
                where b.org_id = i.org_id and b.item_id = i.item_id) as barcodes,
              (select count(*) from item_image p
                where p.org_id = i.org_id and p.item_id = i.item_id) as images
            from item i left join location l
              on l.org_id = i.org_id and l.location_id = i.home_location_id
            where i.org_id = :org
            """
                    .formatted(COLUMNS);
    private static final String AFTER = " and i.item_id < :after";
    private static final String LIVE = " and i.archived_at is null";
    private static final String GONE = " and i.archived_at is not null";
    private static final String MATCHING =
            " and (i.sku ilike :like or i.title ilike :like or exists (select 1 from item_barcode b"
                + " where b.org_id = i.org_id and b.item_id = i.item_id and b.barcode = :exact))";
    private static final String ONE = " and i.item_id = :id";
    private static final String NEWEST = " order by i.item_id desc limit :limit";
    private static final String LOCK =
            "select version from item where org_id = :org and item_id = :id for update";
    private static final String INSERT =
            """
            insert into item (org_id, item_id, sku, title, weight_grams, length_mm, width_mm,
              height_mm, home_location_id, details, unit_cost_minor, cost_currency)
            values (:org, :id, :sku, :title, :weight, :length, :width, :height, :home,
              cast(:details as jsonb), cast(:cost as bigint), :currency)
            on conflict (org_id, sku) do nothing
            """;
    private static final String UPDATE =
            """
            update item set sku = :sku, title = :title, weight_grams = :weight,
              length_mm = :length, width_mm = :width, height_mm = :height,
              home_location_id = :home, details = cast(:details as jsonb),
              unit_cost_minor = cast(:cost as bigint), cost_currency = :currency,
              version = version + 1
            where org_id = :org and item_id = :id
            """;
    private static final String ARCHIVE =
            """
            update item set archived_at = case when cast(:gone as boolean) then now() end,
              version = version + 1
            where org_id = :org and item_id = :id
            """;
    private static final String INSERT_BARCODE =
            """
            insert into item_barcode (org_id, barcode, item_id, units, uom)
            values (:org, :barcode, :id, :units, :uom)
            on conflict (org_id, barcode) do nothing
            """;
    private static final String CLEAR_BARCODES =
            "delete from item_barcode where org_id = :org and item_id = :id";
    private static final String CODES =
            """
            select item_id, barcode, units from item_barcode
            where org_id = :org and item_id = any(cast(:ids as uuid[])) order by barcode
            """;

    /** An item with all that is known of it. */
    record Entry(
            ItemId itemId,
            ItemFacts facts,
            int version,
            int images,
            @Nullable Instant archivedAt) {}

    /**
     * What a list shows.
     *
     * @param archived false for those in use
     */
    record Filter(Optional<String> query, boolean archived, Optional<UUID> after) {}

    Optional<Item> findBySku(Tx tx, Sku sku) {
        return tx.sql(BY_SKU).with("sku", sku.value()).find(ItemStore::item);
    }

    List<Item> findBySkus(Tx tx, Collection<Sku> skus) {
        List<String> names = skus.stream().map(Sku::value).sorted().toList();
        return tx.sql(BY_SKUS).withJson("skus", names).list(ItemStore::item);
    }

    Optional<Item> find(Tx tx, ItemId id) {
        return find(tx, List.of(id)).stream().findFirst();
    }

    List<Item> find(Tx tx, Collection<ItemId> ids) {
        return tx.sql(BY_IDS)
                .withIds("ids", ids.stream().map(ItemId::value).toList())
                .list(ItemStore::item);
    }

    Optional<Entry> findEntry(Tx tx, ItemId id) {
        return tx.sql(ENTRIES + ONE).with("id", id.value()).find(ItemStore::entryOf);
    }

    Entry entry(Tx tx, ItemId id) {
        return findEntry(tx, id).orElseThrow();
    }

    /** Others wait until the transaction ends; empty when there is no such item. */
    Optional<Entry> lock(Tx tx, ItemId id) {
        return tx.sql(LOCK)
                .with("id", id.value())
                .find(row -> row.integer("version"))
                .flatMap(_ -> findEntry(tx, id));
    }

    List<Entry> entries(Tx tx, Filter filter, int limit) {
        StringBuilder sql = new StringBuilder(ENTRIES).append(filter.archived() ? GONE : LIVE);
        filter.query().ifPresent(_ -> sql.append(MATCHING));
        filter.after().ifPresent(_ -> sql.append(AFTER));
        Tx.Statement statement = tx.sql(sql.append(NEWEST).toString()).with("limit", limit);
        filter.query()
                .ifPresent(
                        text ->
                                statement
                                        .with("like", "%" + escaped(text) + "%")
                                        .with("exact", text));
        filter.after().ifPresent(id -> statement.with("after", id));
        return statement.list(ItemStore::entryOf);
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    /** False when the SKU is taken. */
    boolean insert(Tx tx, ItemId id, ItemFacts facts, @Nullable LocationId home) {
        return write(tx.sql(INSERT), id, facts, home) == 1;
    }

    void update(Tx tx, ItemId id, ItemFacts facts, @Nullable LocationId home) {
        write(tx.sql(UPDATE), id, facts, home);
        tx.sql(CLEAR_BARCODES).with("id", id.value()).run();
    }

    private static long write(
            Tx.Statement statement, ItemId id, ItemFacts facts, @Nullable LocationId home) {
        Dimensions size = facts.size();
        Money cost = facts.unitCost();
        return statement
                .with("id", id.value())
                .with("sku", facts.sku().value())
                .with("title", facts.title())
                .with("weight", facts.weight().grams())
                .withOptional("length", size == null ? null : size.lengthMm())
                .withOptional("width", size == null ? null : size.widthMm())
                .withOptional("height", size == null ? null : size.heightMm())
                .with("home", home == null ? null : home.value())
                .withJson("details", facts.details())
                .with("cost", cost == null ? null : Long.toString(cost.minor()))
                .with("currency", cost == null ? null : cost.currency())
                .run();
    }

    void archive(Tx tx, ItemId id, boolean gone) {
        tx.sql(ARCHIVE).with("id", id.value()).with("gone", gone).run();
    }

    /** False when another item has the barcode. */
    boolean addBarcode(Tx tx, ItemId id, String barcode, Scanned meaning) {
        return tx.sql(INSERT_BARCODE)
                        .with("barcode", barcode)
                        .with("id", id.value())
                        .with("units", meaning.units())
                        .with("uom", meaning.uom())
                        .run()
                == 1;
    }

    /** What may be scanned for each item, sorted. */
    Map<ItemId, List<ItemCode>> codes(Tx tx, Collection<ItemId> ids) {
        Map<ItemId, List<ItemCode>> codes = new HashMap<>();
        tx.sql(CODES)
                .withIds("ids", ids.stream().map(ItemId::value).toList())
                .list(
                        row ->
                                codes.computeIfAbsent(
                                                new ItemId(row.uuid("item_id")),
                                                _ -> new ArrayList<>())
                                        .add(
                                                new ItemCode(
                                                        row.text("barcode"),
                                                        row.integer("units"))));
        return codes;
    }

    private record Stored(String barcode, String uom, int units) {}

    private static Entry entryOf(Row row) {
        TreeMap<String, Scanned> barcodes = new TreeMap<>();
        for (Stored code : row.json("barcodes", Stored[].class)) {
            barcodes.put(code.barcode(), new Scanned(code.units(), code.uom()));
        }
        Item item = item(row);
        String currency = row.textOrNull("cost_currency");
        return new Entry(
                item.itemId(),
                new ItemFacts(
                        item.sku(),
                        item.title(),
                        item.weight(),
                        item.size(),
                        barcodes,
                        row.textOrNull("location"),
                        row.json("details", ItemDetails.class),
                        currency == null
                                ? null
                                : new Money(row.bigint("unit_cost_minor"), currency)),
                row.integer("version"),
                row.integer("images"),
                row.instantOrNull("archived_at"));
    }

    /** The groups in which those items have to leave apart; without ordinary ones. */
    Map<ItemId, String> hazards(Tx tx, Collection<ItemId> items) {
        record Hazard(ItemId item, String group) {}
        return tx
                .sql(HAZARDS)
                .withIds("ids", items.stream().map(ItemId::value).toList())
                .list(
                        row ->
                                new Hazard(
                                        new ItemId(row.uuid("item_id")),
                                        new ParcelNeeds(row.text("hazard_class"), false, false)
                                                .group()))
                .stream()
                .collect(Collectors.toMap(Hazard::item, Hazard::group));
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
                size,
                new ParcelNeeds(
                        row.textOrNull("hazard_class"),
                        row.flag("alone"),
                        row.flag("own_container")));
    }
}
