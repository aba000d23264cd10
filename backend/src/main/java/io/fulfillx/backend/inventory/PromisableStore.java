package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationPolicy.Level;
import io.fulfillx.backend.inventory.ReservationPolicy.Safety;
import io.fulfillx.backend.inventory.ReservationPolicy.ShelfLife;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.quantity.Quantity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The levels that promises are made from. */
final class PromisableStore {
    /** Lots too near their end, and what lies in totes, are for nobody. */
    private static final String SUPPLY =
            """
            select s.item_id, s.location_id, s.lot,
              s.on_hand - s.reserved - s.quarantine - s.damaged - s.inspection as available,
              cast(l.expires_on as text) as expires_on, l.received_at,
              coalesce(p.warehouse, 'MAIN') as warehouse
            from stock_level s
            left join stock_lot l on l.org_id = s.org_id and l.item_id = s.item_id and l.lot = s.lot
            left join stock_place p on p.org_id = s.org_id and p.location_id = s.location_id
            left join stock_item i on i.org_id = s.org_id and i.item_id = s.item_id
            where s.org_id = :org and s.item_id = any(cast(:items as uuid[]))
              and s.on_hand - s.reserved - s.quarantine - s.damaged - s.inspection > 0
              and coalesce(p.kind, 'BIN') <> 'TOTE'
              and (l.expires_on is null
                or l.expires_on - coalesce(i.stop_ship_days, 45) >= current_date)
            union all
            select item_id, null, '', units, null, null, warehouse from stock_safety
            where org_id = :org and units > 0 and item_id = any(cast(:items as uuid[]))
            """;

    /** Levels that have something to promise, and safety stock. */
    record Supply(List<Level> levels, List<Safety> safeties) {}

    /** What can be promised of these items, and what of it is to stay. */
    Supply supply(Tx tx, Collection<ItemId> items) {
        Supply supply = new Supply(new ArrayList<>(), new ArrayList<>());
        tx.sql(SUPPLY)
                .withIds("items", items.stream().map(ItemId::value).toList())
                .list(
                        row ->
                                row.uuidOrNull("location_id") == null
                                        ? supply.safeties().add(safety(row))
                                        : supply.levels().add(level(row)));
        return supply;
    }

    private static Safety safety(Row row) {
        return new Safety(
                new ItemId(row.uuid("item_id")), row.text("warehouse"), row.integer("available"));
    }

    private static Level level(Row row) {
        String expires = row.textOrNull("expires_on");
        Instant received = row.instantOrNull("received_at");
        return new Level(
                new StockKey(
                        new ItemId(row.uuid("item_id")),
                        new LocationId(row.uuid("location_id")),
                        row.text("lot")),
                row.text("warehouse"),
                new Quantity(Math.min(row.integer("available"), Quantity.MAX_UNITS)),
                new ShelfLife(
                        expires == null ? LocalDate.MAX : LocalDate.parse(expires),
                        received == null ? Instant.EPOCH : received));
    }
}
