package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
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

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Who was promised what, and the levels it is taken from. */
final class ReservationStore {
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
    private static final String OF_LINES =
            OPEN
                    + """
                    where r.org_id = :org and r.line_id = any(cast(:lines as uuid[]))
                      and r.quantity > 0
                    order by r.line_id, r.item_id, r.location_id, r.lot
                    """;
    private static final String ITEMS_OF_LINES =
            """
            select distinct r.item_id from reservation r
            where r.org_id = :org and r.order_id in
              (select o.order_id from reservation o
                where o.org_id = :org and o.line_id = any(cast(:lines as uuid[])))
            """;
    private static final String TAKE_ALL =
            """
            update reservation r set quantity = r.quantity - t.units,
              shipped = r.shipped + t.shipped, allocated = r.allocated - t.pinned
            from jsonb_to_recordset(cast(:taken as jsonb)) as t(line uuid, item uuid,
              location uuid, lot text, units int, pinned int, shipped int)
            where r.org_id = :org and r.line_id = t.line and r.item_id = t.item
              and r.location_id = t.location and r.lot = t.lot
              and r.quantity >= t.units and r.allocated >= t.pinned
            """;
    private static final String BIND_ALL =
            """
            insert into reservation (org_id, order_id, line_id, item_id, location_id, lot, quantity,
              allocated)
            select :org, "order", line, item, location, lot, units, units
            from jsonb_to_recordset(cast(:grants as jsonb)) as g("order" uuid, line uuid,
              item uuid, location uuid, lot text, units int)
            on conflict (org_id, line_id, item_id, location_id, lot)
            do update set quantity = reservation.quantity + excluded.quantity,
              allocated = reservation.allocated + excluded.allocated
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

        /** What is left when units go, bound ones first. */
        Held less(int gone) {
            return new Held(
                    orderId,
                    lineId,
                    key,
                    locationName,
                    units - gone,
                    pinned - Math.min(gone, pinned));
        }

        private int pinnedOf(int taken) {
            return Math.max(0, taken - (units - pinned));
        }
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
        grantAll(tx, List.of(new OrderGrant(order, grant)));
    }

    /** What an order is granted. */
    record OrderGrant(OrderId orderId, Grant grant) {}

    /** Units of one promise, and how many of them are bound or were sent. */
    private record UnitsRow(
            @Nullable UUID order,
            UUID line,
            UUID item,
            UUID location,
            String lot,
            int units,
            int pinned,
            int shipped) {
        static UnitsRow of(OrderGrant granted) {
            Grant grant = granted.grant();
            Portion portion = Portion.of(grant.key(), grant.quantity().units());
            return of(granted.orderId().value(), new Taken(grant.lineId(), portion, 0));
        }

        static UnitsRow of(@Nullable UUID order, Taken taken) {
            StockKey key = taken.portion().key();
            return new UnitsRow(
                    order,
                    taken.line().value(),
                    key.item().value(),
                    key.location().value(),
                    key.lot(),
                    taken.portion().units(),
                    taken.portion().pinned(),
                    taken.shipped());
        }

        private UnitsRow plus(UnitsRow more) {
            return new UnitsRow(
                    order,
                    line,
                    item,
                    location,
                    lot,
                    units + more.units,
                    pinned + more.pinned,
                    shipped + more.shipped);
        }

        /** One row for each promise: a statement changes none twice. */
        static Collection<UnitsRow> sums(Stream<UnitsRow> rows) {
            Map<List<Object>, UnitsRow> sums = new LinkedHashMap<>();
            rows.forEach(
                    row ->
                            sums.merge(
                                    List.of(row.line, row.item, row.location, row.lot),
                                    row,
                                    UnitsRow::plus));
            return sums.values();
        }
    }

    void grantAll(Tx tx, List<OrderGrant> grants) {
        grantAll(tx, GRANT_ALL, grants);
    }

    /** The same, and all of it is bound to its place. */
    void bindAll(Tx tx, List<OrderGrant> grants) {
        grantAll(tx, BIND_ALL, grants);
    }

    private static void grantAll(Tx tx, String sql, List<OrderGrant> grants) {
        tx.sql(sql).withJson("grants", UnitsRow.sums(grants.stream().map(UnitsRow::of))).run();
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

    /** What these lines have, wherever it lies. */
    List<Held> heldOf(Tx tx, Collection<OrderLineId> lines) {
        return tx.sql(OF_LINES).withIds("lines", lineIds(lines)).list(ReservationStore::heldOf);
    }

    /** Every item promised to the orders of those lines. */
    List<ItemId> itemsOfOrdersOf(Tx tx, Collection<OrderLineId> lines) {
        return tx.sql(ITEMS_OF_LINES)
                .withIds("lines", lineIds(lines))
                .list(row -> new ItemId(row.uuid("item_id")));
    }

    private static List<UUID> lineIds(Collection<OrderLineId> lines) {
        return lines.stream().map(OrderLineId::value).distinct().toList();
    }

    /** Units that a line has no more; of them so many were sent. */
    record Taken(OrderLineId line, Portion portion, int shipped) {}

    /** False when less is reserved. */
    boolean take(Tx tx, OrderLineId line, Portion portion, int shipped) {
        return takeAll(tx, List.of(new Taken(line, portion, shipped)));
    }

    /** False when less is reserved of one of them. */
    boolean takeAll(Tx tx, List<Taken> taken) {
        Collection<UnitsRow> rows =
                UnitsRow.sums(taken.stream().map(each -> UnitsRow.of(null, each)));
        return tx.sql(TAKE_ALL).withJson("taken", rows).run() == rows.size();
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
