package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.AtpPolicy.ChannelRule;
import io.fulfillx.backend.inventory.AtpPolicy.Expected;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is free in each warehouse, what is expected, what channels may show. */
final class SupplyStore {
    /** Free units less safety stock; lots too near their end and totes do not count. */
    private static final String FREE =
            """
            with free as (
              select coalesce(p.warehouse, 'MAIN') as warehouse,
                sum(s.on_hand - s.reserved - s.quarantine - s.damaged - s.inspection) as units
              from stock_level s
              left join stock_lot l on l.org_id = s.org_id and l.item_id = s.item_id
                and l.lot = s.lot
              left join stock_place p on p.org_id = s.org_id and p.location_id = s.location_id
              left join stock_item i on i.org_id = s.org_id and i.item_id = s.item_id
              where s.org_id = :org and s.item_id = :item and coalesce(p.kind, 'BIN') <> 'TOTE'
                and (l.expires_on is null
                  or l.expires_on - coalesce(i.stop_ship_days, 45) >= current_date)
              group by coalesce(p.warehouse, 'MAIN')),
            kept as (
              select warehouse, units from stock_safety where org_id = :org and item_id = :item)
            select coalesce(f.warehouse, k.warehouse) as warehouse,
              coalesce(f.units, 0) - coalesce(k.units, 0) as units
            from free f full join kept k on k.warehouse = f.warehouse order by 1
            """;

    /** As above, for many items. */
    private static final String FREE_OF =
            """
            with wanted as (
              select cast(jsonb_array_elements_text(cast(:items as jsonb)) as uuid) as item_id),
            free as (
              select s.item_id, coalesce(p.warehouse, 'MAIN') as warehouse,
                sum(s.on_hand - s.reserved - s.quarantine - s.damaged - s.inspection) as units
              from wanted w
              join stock_level s on s.org_id = :org and s.item_id = w.item_id
              left join stock_lot l on l.org_id = s.org_id and l.item_id = s.item_id
                and l.lot = s.lot
              left join stock_place p on p.org_id = s.org_id and p.location_id = s.location_id
              left join stock_item i on i.org_id = s.org_id and i.item_id = s.item_id
              where coalesce(p.kind, 'BIN') <> 'TOTE'
                and (l.expires_on is null
                  or l.expires_on - coalesce(i.stop_ship_days, 45) >= current_date)
              group by s.item_id, coalesce(p.warehouse, 'MAIN')),
            kept as (
              select k.item_id, k.warehouse, k.units from stock_safety k
              join wanted w on w.item_id = k.item_id where k.org_id = :org)
            select coalesce(f.item_id, k.item_id) as item_id,
              coalesce(f.warehouse, k.warehouse) as warehouse,
              coalesce(f.units, 0) - coalesce(k.units, 0) as units
            from free f full join kept k on k.item_id = f.item_id and k.warehouse = f.warehouse
            """;

    private static final String RULES_OF =
            """
            select distinct on (r.channel_id, i.item_id) r.channel_id, i.item_id, r.share_percent,
              r.buffer, r.cap, r.floor, cast(r.warehouses as text) as warehouses
            from item_name i
            join channel_stock_rule r on r.org_id = i.org_id and r.sku in ('', i.sku)
            where i.org_id = :org and i.item_id in
              (select cast(jsonb_array_elements_text(cast(:items as jsonb)) as uuid))
            order by r.channel_id, i.item_id, r.sku desc
            """;

    private static final String EXPECTED =
            """
            select cast(due_on as text) as due_on, warehouse,
              case kind when 'INCOMING' then units else -units end as units
            from stock_outlook
            where org_id = :org and item_id = :item and closed_at is null and confirmed
            """;
    private static final String ADD =
            """
            insert into stock_outlook (org_id, outlook_id, kind, item_id, warehouse, units, due_on,
              confirmed, reference)
            values (:org, :id, :kind, :item, :warehouse, :units, cast(:due as date), :confirmed,
              :reference)
            """;
    private static final String CLOSE =
            """
            update stock_outlook set closed_at = now()
            where org_id = :org and outlook_id = :id and closed_at is null
            """;
    private static final String OUTLOOK =
            """
            select o.outlook_id, o.kind, i.sku, o.warehouse, o.units,
              cast(o.due_on as text) as due_on, o.confirmed, o.reference,
              o.closed_at is not null as closed
            from stock_outlook o
            join item_name i on i.org_id = o.org_id and i.item_id = o.item_id
            where o.org_id = :org and o.outlook_id < :after
            order by o.outlook_id desc limit :limit
            """;
    private static final String PUT_RULE =
            """
            insert into channel_stock_rule (org_id, channel_id, sku, share_percent, buffer, cap,
              floor, warehouses)
            values (:org, :channel, :sku, :share, :buffer, cast(:cap as int), :floor,
              cast(:warehouses as jsonb))
            on conflict (org_id, channel_id, sku) do update
            set share_percent = excluded.share_percent, buffer = excluded.buffer,
              cap = excluded.cap, floor = excluded.floor, warehouses = excluded.warehouses
            """;
    private static final String RULE =
            """
            select share_percent, buffer, cap, floor, cast(warehouses as text) as warehouses
            from channel_stock_rule
            where org_id = :org and channel_id = :channel and sku in ('', :sku)
            order by sku desc limit 1
            """;
    private static final UUID NEWEST = new UUID(-1L, -1L);

    /** Free units of a warehouse. */
    record Free(String warehouse, int units) {}

    /** Free units of an item in a warehouse. */
    record FreeOf(ItemId item, String warehouse, int units) {}

    /** What holds for an item on a channel. */
    record RuleOf(UUID channel, ItemId item, ChannelRule rule) {}

    /** An expectation for a warehouse. */
    record ExpectedAt(String warehouse, Expected expected) {}

    /** Something that will come in, or was promised from it. */
    record OutlookView(
            UUID outlookId,
            String kind,
            String sku,
            String warehouse,
            int units,
            String dueOn,
            boolean confirmed,
            String reference,
            boolean closed) {}

    List<Free> free(Tx tx, ItemId item) {
        return tx.sql(FREE)
                .with("item", item.value())
                .list(row -> new Free(row.text("warehouse"), row.integer("units")));
    }

    List<FreeOf> freeOf(Tx tx, Collection<ItemId> items) {
        return tx.sql(FREE_OF)
                .withJson("items", items)
                .list(
                        row ->
                                new FreeOf(
                                        new ItemId(row.uuid("item_id")),
                                        row.text("warehouse"),
                                        row.integer("units")));
    }

    /** For each channel and item the rule for the item, else the one for all. */
    List<RuleOf> rulesOf(Tx tx, Collection<ItemId> items) {
        return tx.sql(RULES_OF)
                .withJson("items", items)
                .list(
                        row ->
                                new RuleOf(
                                        row.uuid("channel_id"),
                                        new ItemId(row.uuid("item_id")),
                                        rule(row)));
    }

    List<ExpectedAt> expected(Tx tx, ItemId item) {
        return tx.sql(EXPECTED)
                .with("item", item.value())
                .list(
                        row ->
                                new ExpectedAt(
                                        row.text("warehouse"),
                                        new Expected(
                                                LocalDate.parse(row.text("due_on")),
                                                row.integer("units"))));
    }

    void add(Tx tx, OutlookView outlook, ItemId item) {
        tx.sql(ADD)
                .with("id", outlook.outlookId())
                .with("kind", outlook.kind())
                .with("item", item.value())
                .with("warehouse", outlook.warehouse())
                .with("units", outlook.units())
                .with("due", outlook.dueOn())
                .with("confirmed", outlook.confirmed())
                .with("reference", outlook.reference())
                .run();
    }

    /** False when there is no such open expectation. */
    boolean close(Tx tx, UUID id) {
        return tx.sql(CLOSE).with("id", id).run() == 1;
    }

    List<OutlookView> outlook(Tx tx, Optional<UUID> after, int limit) {
        return tx.sql(OUTLOOK)
                .with("after", after.orElse(NEWEST))
                .with("limit", limit)
                .list(SupplyStore::outlook);
    }

    private static OutlookView outlook(Row row) {
        return new OutlookView(
                row.uuid("outlook_id"),
                row.text("kind"),
                row.text("sku"),
                row.text("warehouse"),
                row.integer("units"),
                row.text("due_on"),
                row.flag("confirmed"),
                row.text("reference"),
                row.flag("closed"));
    }

    void putRule(Tx tx, UUID channel, String sku, ChannelRule rule) {
        tx.sql(PUT_RULE)
                .with("channel", channel)
                .with("sku", sku)
                .with("share", rule.sharePercent())
                .with("buffer", rule.buffer())
                .withOptional("cap", rule.cap())
                .with("floor", rule.floor())
                .withJson("warehouses", rule.warehouses())
                .run();
    }

    /** The rule for the item, else the one for all, else none. */
    Optional<ChannelRule> rule(Tx tx, UUID channel, String sku) {
        return tx.sql(RULE).with("channel", channel).with("sku", sku).find(SupplyStore::rule);
    }

    private static ChannelRule rule(Row row) {
        return new ChannelRule(
                row.integer("share_percent"),
                row.integer("buffer"),
                row.integerOrNull("cap"),
                row.integer("floor"),
                List.of(row.json("warehouses", String[].class)));
    }
}
