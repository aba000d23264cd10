package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.process.ProgramFailed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Many items with stock at once, straight into the tables and as the routes would have left them:
 * each with its level, its stream and its first movement, so that the ledger replays.
 */
public final class Shelves {
    private static final int BINS = 200;
    private static final String[] FILL = {
        """
        insert into location (org_id, location_id, name)
        select o.org_id, gen_random_uuid(), 'BIN-' || lpad(n::text, 4, '0')
        from org o, generate_series(1, %2$d) n where o.slug = '%1$s'
        on conflict do nothing
        """,
        """
        insert into item (org_id, item_id, sku, title, weight_grams)
        select o.org_id, gen_random_uuid(), 'SKU-' || lpad(n::text, 6, '0'), 'Item ' || n, 100
        from org o, generate_series(1, %3$d) n where o.slug = '%1$s'
        """,
        """
        insert into stock_stream (org_id, item_id, last_seq)
        select i.org_id, i.item_id, 1 from item i join org o using (org_id)
        where o.slug = '%1$s' and i.sku like 'SKU-%%'
        """,
        """
        insert into stock_level (org_id, item_id, location_id, on_hand)
        select i.org_id, i.item_id, l.location_id, %4$d
        from item i join org o using (org_id)
        join location l on l.org_id = i.org_id
          and l.name = 'BIN-' || lpad((1 + right(i.sku, 6)::int %% %2$d)::text, 4, '0')
        where o.slug = '%1$s' and i.sku like 'SKU-%%'
        """,
        """
        insert into stock_ledger (org_id, entry_id, event_id, leg, seq, item_id, location_id, kind,
          on_hand_delta, reserved_delta, movement_key, actor)
        select s.org_id, uuidv7(), gen_random_uuid(), 0, 1, s.item_id, s.location_id, 'RECEIVE',
          s.on_hand, 0, 'receive/bench/' || s.item_id, 'bench'
        from stock_level s join org o using (org_id)
        join item i on i.org_id = s.org_id and i.item_id = s.item_id
        where o.slug = '%1$s' and i.sku like 'SKU-%%'
        """
    };

    private Shelves() {}

    /** The name of an item, from 1 on. */
    public static String sku(int number) {
        return String.format(Locale.ROOT, "SKU-%06d", number);
    }

    /** Items 1 to that number, each with as many units in one bin. */
    public static void fill(StockServer server, int items, int units) {
        try (Connection database = server.database()) {
            database.setAutoCommit(false);
            for (String sql : FILL) {
                String text =
                        String.format(
                                Locale.ROOT, sql, StockServer.ORGANIZATION, BINS, items, units);
                try (PreparedStatement statement = database.prepareStatement(text)) {
                    statement.executeUpdate();
                }
            }
            database.commit();
            try (PreparedStatement statement = database.prepareStatement("analyze")) {
                database.setAutoCommit(true);
                statement.execute();
            }
        } catch (SQLException e) {
            throw new ProgramFailed("the shelves cannot be filled: " + e.getMessage(), e);
        }
    }

    /** As a database does by itself after a minute of work: plans made for empty tables end. */
    public static void analyze(StockServer server) {
        try (Connection database = server.database();
                PreparedStatement statement = database.prepareStatement("analyze")) {
            statement.execute();
        } catch (SQLException e) {
            throw new ProgramFailed("the tables cannot be analyzed: " + e.getMessage(), e);
        }
    }
}
