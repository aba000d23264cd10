package io.fulfillx.backend.inventory.ledger;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;

/** Reads the columns that ledger and levels share. */
final class JournalRow {
    private JournalRow() {}

    static StockKey key(Row row) {
        return new StockKey(
                new ItemId(row.uuid("item_id")),
                new LocationId(row.uuid("location_id")),
                row.text("lot"));
    }

    static Buckets delta(Row row) {
        return new Buckets(
                row.integer("on_hand_delta"),
                row.integer("reserved_delta"),
                row.integer("allocated_delta"),
                row.integer("quarantine_delta"),
                row.integer("damaged_delta"),
                row.integer("inspection_delta"),
                row.integer("in_transit_delta"));
    }
}
