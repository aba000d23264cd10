package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Tx;

import java.util.List;

/** Where numbered units are: each in one place at most. */
public final class SerialStore {
    private static final String TAKE =
            """
            update stock_serial set location_id = null, since = now()
            where org_id = :org and item_id = :item and location_id = :location and lot = :lot
              and serial in (select jsonb_array_elements_text(cast(:serials as jsonb)))
            """;
    private static final String PUT =
            """
            insert into stock_serial (org_id, item_id, serial, location_id, lot)
            select :org, :item, x, :location, :lot
            from jsonb_array_elements_text(cast(:serials as jsonb)) as x order by x
            on conflict (org_id, item_id, serial) do update
            set location_id = excluded.location_id, lot = excluded.lot, since = now()
            where stock_serial.location_id is null
            """;
    private static final String OLDEST =
            """
            select serial from stock_serial
            where org_id = :org and item_id = :item and location_id = :location and lot = :lot
            order by since, serial limit :limit
            """;

    /** Takes all that leave a place first, so that a move within one event finds them free. */
    void move(Tx tx, List<StockLeg> legs) {
        for (StockLeg leg : legs) {
            if (leg.delta().onHand() < 0) {
                change(tx, TAKE, leg, "A serial number is not at the place it is taken from.");
            }
        }
        for (StockLeg leg : legs) {
            if (leg.delta().onHand() > 0) {
                change(tx, PUT, leg, "A serial number is already in another place.");
            }
        }
    }

    private static void change(Tx tx, String sql, StockLeg leg, String refusal) {
        if (leg.serials().isEmpty()) {
            return;
        }
        long changed =
                tx.sql(sql)
                        .with("item", leg.key().item().value())
                        .with("location", leg.key().location().value())
                        .with("lot", leg.key().lot())
                        .withJson("serials", leg.serials())
                        .run();
        if (changed != leg.serials().size()) {
            throw new Fault(Fault.Code.NOT_ALLOWED_NOW, refusal, "/serials");
        }
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
