package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.platform.sql.Tx;

import java.util.List;

/** Where numbered units are: each in one place at most. */
public final class SerialStore {
    private static final String OLDEST =
            """
            select serial from stock_serial
            where org_id = :org and item_id = :item and location_id = :location and lot = :lot
            order by since, serial limit :limit
            """;

    /** The numbers that have been at a place longest. */
    public List<String> oldest(Tx tx, StockKey key, int count) {
        return tx.sql(OLDEST)
                .with("item", key.item().value())
                .with("location", key.location().value())
                .with("lot", key.lot())
                .with("limit", count)
                .list(row -> row.text("serial"));
    }
}
