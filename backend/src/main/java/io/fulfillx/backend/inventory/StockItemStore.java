package io.fulfillx.backend.inventory;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How items are kept: by lot, by serial number, in which packs, with what safety. */
final class StockItemStore {
    private static final String FIND =
            """
            select tracks_lots, tracks_serials, stop_ship_days from stock_item
            where org_id = :org and item_id = :item
            """;
    private static final String PUT =
            """
            insert into stock_item (org_id, item_id, tracks_lots, tracks_serials, stop_ship_days)
            values (:org, :item, :lots, :serials, :days)
            on conflict (org_id, item_id) do update set tracks_lots = excluded.tracks_lots,
              tracks_serials = excluded.tracks_serials, stop_ship_days = excluded.stop_ship_days
            """;
    private static final String HAS_STOCK =
            """
            select count(*) as n from stock_level
            where org_id = :org and item_id = :item and (on_hand > 0 or in_transit > 0)
            """;
    private static final String PACKS =
            "select uom, units from pack_level where org_id = :org and item_id = :item";
    private static final String CLEAR_PACKS =
            "delete from pack_level where org_id = :org and item_id = :item";
    private static final String ADD_PACK =
            """
            insert into pack_level (org_id, item_id, uom, units)
            values (:org, :item, :uom, :units)
            """;
    private static final String SAFETY =
            """
            insert into stock_safety (org_id, item_id, warehouse, units)
            values (:org, :item, :warehouse, :units)
            on conflict (org_id, item_id, warehouse) do update set units = excluded.units
            """;
    private static final String SAFETIES =
            "select warehouse, units from stock_safety where org_id = :org and item_id = :item";
    private static final String LOT =
            """
            insert into stock_lot (org_id, item_id, lot, expires_on)
            values (:org, :item, :lot, cast(:expires as date))
            on conflict (org_id, item_id, lot) do nothing
            """;
    private static final String LOT_EXPIRY =
            """
            select cast(expires_on as text) as expires_on from stock_lot
            where org_id = :org and item_id = :item and lot = :lot
            """;
    private static final String LOTS =
            """
            select l.lot, cast(l.expires_on as text) as expires_on, l.received_at,
              coalesce(sum(s.on_hand), 0) as on_hand,
              l.expires_on - coalesce(i.stop_ship_days, 45) < current_date as stopped
            from stock_lot l
            left join stock_level s on s.org_id = l.org_id and s.item_id = l.item_id
              and s.lot = l.lot
            left join stock_item i on i.org_id = l.org_id and i.item_id = l.item_id
            where l.org_id = :org and l.item_id = :item and l.lot > :after
            group by l.lot, l.expires_on, l.received_at, i.stop_ship_days
            order by l.lot limit :limit
            """;
    private static final String SERIALS =
            """
            select s.serial, s.lot, l.name as location, s.since from stock_serial s
            left join location_name l on l.org_id = s.org_id and l.location_id = s.location_id
            where s.org_id = :org and s.item_id = :item and s.serial > :after
            order by s.serial limit :limit
            """;

    /** How an item is kept. */
    record Keeping(boolean tracksLots, boolean tracksSerials, int stopShipDays) {
        static final Keeping PLAIN = new Keeping(false, false, 45);

        boolean isTracked() {
            return tracksLots || tracksSerials;
        }
    }

    /**
     * A lot.
     *
     * @param stopped true when it is too near its end to be sent
     */
    record LotView(
            String lot,
            @Nullable String expiresOn,
            String receivedAt,
            int onHand,
            boolean stopped) {}

    /** A numbered unit; without a location it is under way or gone. */
    record SerialView(String serial, String lot, @Nullable String location, String since) {}

    Keeping find(Tx tx, ItemId item) {
        return of(tx, FIND, item)
                .find(
                        row ->
                                new Keeping(
                                        row.flag("tracks_lots"),
                                        row.flag("tracks_serials"),
                                        row.integer("stop_ship_days")))
                .orElse(Keeping.PLAIN);
    }

    void put(Tx tx, ItemId item, Keeping keeping) {
        of(tx, PUT, item)
                .with("lots", keeping.tracksLots())
                .with("serials", keeping.tracksSerials())
                .with("days", keeping.stopShipDays())
                .run();
    }

    private static Tx.Statement of(Tx tx, String sql, ItemId item) {
        return tx.sql(sql).with("item", item.value());
    }

    boolean hasStock(Tx tx, ItemId item) {
        return of(tx, HAS_STOCK, item).get(row -> row.bigint("n")) > 0;
    }

    /** Units in each unit of measure. */
    Map<String, Integer> packs(Tx tx, ItemId item) {
        Map<String, Integer> packs = new TreeMap<>();
        of(tx, PACKS, item)
                .list(row -> Map.entry(row.text("uom"), row.integer("units")))
                .forEach(pack -> packs.put(pack.getKey(), pack.getValue()));
        return packs;
    }

    void putPacks(Tx tx, ItemId item, Map<String, Integer> packs) {
        of(tx, CLEAR_PACKS, item).run();
        packs.forEach(
                (uom, units) -> of(tx, ADD_PACK, item).with("uom", uom).with("units", units).run());
    }

    void putSafety(Tx tx, ItemId item, String warehouse, int units) {
        of(tx, SAFETY, item).with("warehouse", warehouse).with("units", units).run();
    }

    /** Units kept back in each warehouse. */
    Map<String, Integer> safeties(Tx tx, ItemId item) {
        Map<String, Integer> kept = new TreeMap<>();
        of(tx, SAFETIES, item)
                .list(row -> Map.entry(row.text("warehouse"), row.integer("units")))
                .forEach(each -> kept.put(each.getKey(), each.getValue()));
        return kept;
    }

    /** Makes the lot unless it is known; a known lot keeps its date. */
    void ensureLot(Tx tx, ItemId item, String lot, @Nullable LocalDate expires) {
        of(tx, LOT, item)
                .with("lot", lot)
                .with("expires", expires == null ? null : expires.toString())
                .run();
    }

    /** Empty when there is no such lot; an inner empty value when it keeps for ever. */
    Optional<Optional<LocalDate>> expiry(Tx tx, ItemId item, String lot) {
        return of(tx, LOT_EXPIRY, item)
                .with("lot", lot)
                .find(
                        row ->
                                Optional.ofNullable(row.textOrNull("expires_on"))
                                        .map(LocalDate::parse));
    }

    List<LotView> lots(Tx tx, ItemId item, String after, int limit) {
        return of(tx, LOTS, item)
                .with("after", after)
                .with("limit", limit)
                .list(
                        row ->
                                new LotView(
                                        row.text("lot"),
                                        row.textOrNull("expires_on"),
                                        row.instant("received_at").toString(),
                                        row.integer("on_hand"),
                                        isStopped(row)));
    }

    private static boolean isStopped(Row row) {
        return "true".equals(row.textOrNull("stopped"));
    }

    List<SerialView> serials(Tx tx, ItemId item, String after, int limit) {
        return of(tx, SERIALS, item)
                .with("after", after)
                .with("limit", limit)
                .list(
                        row ->
                                new SerialView(
                                        row.text("serial"),
                                        row.text("lot"),
                                        row.textOrNull("location"),
                                        row.instant("since").toString()));
    }
}
