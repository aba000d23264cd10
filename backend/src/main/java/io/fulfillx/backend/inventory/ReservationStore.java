package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
import io.fulfillx.backend.inventory.ReservationPolicy.Level;
import io.fulfillx.backend.inventory.ReservationPolicy.Safety;
import io.fulfillx.backend.inventory.ReservationPolicy.ShelfLife;
import io.fulfillx.backend.inventory.api.LineStock;
import io.fulfillx.backend.inventory.api.PickFrom;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.quantity.Quantity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who was promised what, and the levels it is taken from. */
final class ReservationStore {
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

    /** What lines have been given already, and how many movements there were for their orders. */
    private static final String STANDING =
            """
            select o.id as order_id, r.line_id, r.item_id, r.units
            from unnest(cast(:orders as uuid[])) as o(id)
            cross join lateral (
              select line_id, item_id, sum(quantity + shipped) as units from reservation
              where org_id = :org and order_id = o.id group by line_id, item_id) r
            union all
            select o.id, null, null, l.rows from unnest(cast(:orders as uuid[])) as o(id)
            cross join lateral (
              select count(*) as rows from stock_ledger
              where org_id = :org and subject_id = o.id) l
            where l.rows > 0
            """;

    private static final String ROUND =
            """
            select count(*) as round from stock_ledger
            where org_id = :org and subject_id = :order
            """;
    private static final String GRANT =
            """
            insert into reservation (org_id, order_id, line_id, item_id, location_id, lot, quantity)
            values (:org, :order, :line, :item, :location, :lot, :units)
            on conflict (org_id, line_id, item_id, location_id, lot)
            do update set quantity = reservation.quantity + excluded.quantity
            """;
    private static final String GRANT_ALL =
            """
            insert into reservation (org_id, order_id, line_id, item_id, location_id, lot, quantity)
            select :org, "order", line, item, location, lot, units
            from jsonb_to_recordset(cast(:grants as jsonb)) as g("order" uuid, line uuid,
              item uuid, location uuid, lot text, units int)
            on conflict (org_id, line_id, item_id, location_id, lot)
            do update set quantity = reservation.quantity + excluded.quantity
            """;
    private static final String OPEN =
            """
            select r.order_id, r.line_id, r.item_id, r.location_id, r.lot, r.quantity, r.allocated,
              l.name
            from reservation r
            join location_name l on l.org_id = r.org_id and l.location_id = r.location_id
            """;
    private static final String HELD =
            OPEN
                    + """
                    where r.org_id = :org and r.order_id = :order and r.quantity > 0
                    order by r.item_id, r.location_id, r.lot, r.line_id
                    """;
    private static final String HELD_BY_ALL =
            OPEN
                    + """
                    where r.org_id = :org and r.quantity > 0 and r.order_id in
                      (select cast(jsonb_array_elements_text(cast(:orders as jsonb)) as uuid))
                    order by r.order_id, r.item_id, r.location_id, r.lot, r.line_id
                    """;
    private static final String SETTLE_ALL =
            """
            update reservation r set quantity = 0, allocated = 0,
              shipped = r.shipped + case when e.ships then r.quantity else 0 end
            from jsonb_to_recordset(cast(:ended as jsonb)) as e("order" uuid, ships boolean)
            where r.org_id = :org and r.order_id = e."order" and r.quantity > 0
            """;
    private static final String OF_LINE =
            OPEN
                    + """
                    left join stock_lot t on t.org_id = r.org_id and t.item_id = r.item_id
                      and t.lot = r.lot
                    where r.org_id = :org and r.line_id = :line and r.location_id = :location
                      and r.quantity > 0
                    order by t.expires_on nulls last, r.item_id, r.lot
                    """;
    private static final String ITEMS_OF_LINE =
            """
            select distinct r.item_id from reservation r
            where r.org_id = :org and r.order_id in
              (select o.order_id from reservation o where o.org_id = :org and o.line_id = :line)
            """;
    private static final String TAKE =
            """
            update reservation set quantity = quantity - :units, shipped = shipped + :shipped,
              allocated = allocated - :pinned
            where org_id = :org and line_id = :line and item_id = :item
              and location_id = :location and lot = :lot
              and quantity >= :units and allocated >= :pinned
            """;
    private static final String PIN =
            """
            update reservation set allocated = allocated + :units
            where org_id = :org and line_id = :line and item_id = :item
              and location_id = :location and lot = :lot
              and allocated + :units between 0 and quantity
            """;

    /** A promise still open. */
    record Held(
            OrderId orderId,
            OrderLineId lineId,
            StockKey key,
            String locationName,
            int units,
            int pinned) {
        PickFrom from() {
            LineStock at = new LineStock(lineId, key.item(), key.location(), key.lot());
            return new PickFrom(at, locationName, new Quantity(units));
        }

        /** So many of its units, pinned ones last. */
        Portion portion(int taken) {
            return new Portion(key, taken, pinnedOf(taken), List.of());
        }

        private int pinnedOf(int taken) {
            return Math.max(0, taken - (units - pinned));
        }
    }

    /** What can be promised of these items, and what of it is to stay. */
    Supply supply(Tx tx, Collection<ItemId> items) {
        Supply supply = new Supply(new ArrayList<>(), new ArrayList<>());
        tx.sql(SUPPLY)
                .withIds("items", ids(items))
                .list(
                        row ->
                                row.uuidOrNull("location_id") == null
                                        ? supply.safeties().add(safety(row))
                                        : supply.levels().add(level(row)));
        return supply;
    }

    /** Levels that have something to promise, and safety stock. */
    record Supply(List<Level> levels, List<Safety> safeties) {}

    private static Safety safety(Row row) {
        return new Safety(
                new ItemId(row.uuid("item_id")), row.text("warehouse"), row.integer("available"));
    }

    private static List<UUID> ids(Collection<ItemId> items) {
        return items.stream().map(ItemId::value).toList();
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

    /** How these orders stand: what their lines have been given, shipped units included. */
    Standing standing(Tx tx, Collection<OrderId> orders) {
        Standing standing = new Standing();
        tx.sql(STANDING)
                .withIds("orders", orders.stream().map(OrderId::value).toList())
                .list(
                        row -> {
                            OrderId order = new OrderId(row.uuid("order_id"));
                            UUID line = row.uuidOrNull("line_id");
                            if (line == null) {
                                standing.rounds(order, row.bigint("units"));
                            } else {
                                standing.cover(
                                        new OrderLineId(line),
                                        new ItemId(row.uuid("item_id")),
                                        row.integer("units"));
                            }
                            return true;
                        });
        return standing;
    }

    /**
     * Grows with every movement for the order, so that its later movements have keys of their own.
     */
    long round(Tx tx, OrderId order) {
        return tx.sql(ROUND).with("order", order.value()).get(row -> row.bigint("round"));
    }

    void grant(Tx tx, OrderId order, Grant grant) {
        at(tx.sql(GRANT), grant.lineId(), grant.key())
                .with("order", order.value())
                .with("units", grant.quantity().units())
                .run();
    }

    /** What an order is granted. */
    record OrderGrant(OrderId orderId, Grant grant) {}

    private record GrantRow(
            UUID order, UUID line, UUID item, UUID location, String lot, int units) {
        static GrantRow of(OrderGrant granted) {
            Grant grant = granted.grant();
            return new GrantRow(
                    granted.orderId().value(),
                    grant.lineId().value(),
                    grant.key().item().value(),
                    grant.key().location().value(),
                    grant.key().lot(),
                    grant.quantity().units());
        }

        GrantRow plus(GrantRow other) {
            return new GrantRow(order, line, item, location, lot, units + other.units);
        }

        List<Object> key() {
            return List.of(line, item, location, lot);
        }
    }

    void grantAll(Tx tx, List<OrderGrant> grants) {
        Map<List<Object>, GrantRow> rows = new LinkedHashMap<>();
        grants.stream()
                .map(GrantRow::of)
                .forEach(row -> rows.merge(row.key(), row, GrantRow::plus));
        tx.sql(GRANT_ALL).withJson("grants", rows.values()).run();
    }

    private static Tx.Statement at(Tx.Statement statement, OrderLineId line, StockKey key) {
        return statement
                .with("line", line.value())
                .with("item", key.item().value())
                .with("location", key.location().value())
                .with("lot", key.lot());
    }

    /** In lock order. */
    List<Held> held(Tx tx, OrderId order) {
        return tx.sql(HELD).with("order", order.value()).list(ReservationStore::heldOf);
    }

    /** What all these orders are promised. */
    List<Held> held(Tx tx, Collection<OrderId> orders) {
        return tx.sql(HELD_BY_ALL).withJson("orders", orders).list(ReservationStore::heldOf);
    }

    /** All that is promised to these orders has left, or is free again. */
    void settleAll(Tx tx, List<SettleMany.Settlement> ended) {
        if (!ended.isEmpty()) {
            tx.sql(SETTLE_ALL).withJson("ended", ended).run();
        }
    }

    /** What a line has at a location, first expired first. */
    List<Held> held(Tx tx, OrderLineId line, LocationId location) {
        return tx.sql(OF_LINE)
                .with("line", line.value())
                .with("location", location.value())
                .list(ReservationStore::heldOf);
    }

    /** Every item promised to the order of that line. */
    List<ItemId> itemsOfOrderOf(Tx tx, OrderLineId line) {
        return tx.sql(ITEMS_OF_LINE)
                .with("line", line.value())
                .list(row -> new ItemId(row.uuid("item_id")));
    }

    /** False when less is reserved. */
    boolean take(Tx tx, OrderLineId line, Portion portion, int shipped) {
        return at(tx.sql(TAKE), line, portion.key())
                        .with("units", portion.units())
                        .with("pinned", portion.pinned())
                        .with("shipped", shipped)
                        .run()
                == 1;
    }

    /** Binds so many more units of the promise to their place, fewer when negative. */
    boolean pin(Tx tx, OrderLineId line, StockKey key, int units) {
        return at(tx.sql(PIN), line, key).with("units", units).run() == 1;
    }

    private static Held heldOf(Row row) {
        return new Held(
                new OrderId(row.uuid("order_id")),
                new OrderLineId(row.uuid("line_id")),
                new StockKey(
                        new ItemId(row.uuid("item_id")),
                        new LocationId(row.uuid("location_id")),
                        row.text("lot")),
                row.text("name"),
                row.integer("quantity"),
                row.integer("allocated"));
    }
}
