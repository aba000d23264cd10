package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.platform.sql.Tx;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where numbered units are: each in one place at most. */
public final class SerialStore {
    private static final String OLDEST =
            """
            select serial from stock_serial
            where org_id = :org and item_id = :item and location_id = :location and lot = :lot
            order by since, serial limit :limit
            """;

    private static final String WITH_NUMBERS =
            """
            select distinct s.item_id, s.location_id, s.lot
            from jsonb_to_recordset(cast(:places as jsonb)) as p(item uuid, location uuid, lot text)
            join stock_serial s on s.org_id = :org and s.item_id = p.item
              and s.location_id = p.location and s.lot = p.lot
            """;

    /** Those of the places where numbered units are. */
    public Set<StockKey> withNumbers(Tx tx, Collection<StockKey> places) {
        return Set.copyOf(tx.sql(WITH_NUMBERS).withJson("places", places).list(JournalRow::key));
    }

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
