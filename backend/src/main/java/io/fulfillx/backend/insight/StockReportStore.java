package io.fulfillx.backend.insight;

import io.fulfillx.backend.insight.InsightView.ExpiryRow;
import io.fulfillx.backend.insight.InsightView.Stock;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;

import java.time.LocalDate;
import java.util.List;

/** What is counted on the levels of stock. */
final class StockReportStore {
    private static final String LEVELS =
            """
            select count(*) as levels, coalesce(sum(on_hand), 0) as on_hand,
              coalesce(sum(reserved), 0) as reserved,
              coalesce(sum(on_hand - reserved - quarantine - damaged - inspection), 0)
                as available,
              coalesce(sum(quarantine), 0) as quarantine, coalesce(sum(damaged), 0) as damaged,
              coalesce(sum(inspection), 0) as inspection,
              coalesce(sum(in_transit), 0) as in_transit,
              coalesce(sum(greatest(reserved + quarantine + damaged + inspection - on_hand, 0)
                + greatest(-on_hand, 0)), 0) as oversold
            from stock_level where org_id = :org
            """;
    private static final String WITHOUT =
            """
            select count(*) as items from item_name i where i.org_id = :org
              and not exists (select 1 from stock_level s where s.org_id = i.org_id
                and s.item_id = i.item_id and s.on_hand > 0)
            """;
    private static final String EXPIRING =
            """
            select i.sku, t.lot, cast(t.expires_on as text) as expires_on, sum(s.on_hand) as units
            from stock_lot t
            join stock_level s on s.org_id = t.org_id and s.item_id = t.item_id and s.lot = t.lot
            join item_name i on i.org_id = t.org_id and i.item_id = t.item_id
            where t.org_id = :org and t.expires_on <= cast(:until as date) and s.on_hand > 0
            group by i.sku, t.lot, t.expires_on order by t.expires_on, i.sku limit 200
            """;

    /**
     * @param until the last day on which a lot counts as expiring
     */
    Stock stock(Tx tx, LocalDate until) {
        int without = tx.sql(WITHOUT).get(row -> row.integer("items"));
        List<ExpiryRow> expiring =
                tx.sql(EXPIRING)
                        .with("until", until.toString())
                        .list(
                                row ->
                                        new ExpiryRow(
                                                row.text("sku"),
                                                row.text("lot"),
                                                LocalDate.parse(row.text("expires_on")),
                                                row.bigint("units")));
        return tx.sql(LEVELS).get(row -> stock(row, without, expiring));
    }

    private static Stock stock(Row row, int without, List<ExpiryRow> expiring) {
        return new Stock(
                row.integer("levels"),
                row.bigint("on_hand"),
                row.bigint("reserved"),
                row.bigint("available"),
                row.bigint("quarantine"),
                row.bigint("damaged"),
                row.bigint("inspection"),
                row.bigint("in_transit"),
                row.bigint("oversold"),
                without,
                expiring);
    }
}
