package io.fulfillx.backend.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.inventory.ledger.StockKey;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.LocationId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Work on stock that takes more than one step: counts, transfers, corrections to agree to. */
final class StockWorkStore {
    private static final String ADD_ADJUSTMENT =
            """
            insert into stock_adjustment (org_id, adjustment_id, item_id, location_id, lot, delta,
              serials, reason_code, reason, requested_by, state)
            values (:org, :id, :item, :location, :lot, :delta, cast(:serials as jsonb), :code,
              :reason, :actor, :state)
            """;
    private static final String DECIDE =
            """
            update stock_adjustment set state = :state, decided_by = :actor
            where org_id = :org and adjustment_id = :id and state = 'WAITING'
            """;
    private static final String ADJUSTMENTS =
            """
            select a.adjustment_id, i.sku, l.name as location, a.lot, a.delta,
              cast(a.serials as text) as serials, a.reason_code, a.reason, a.requested_by, a.state,
              a.decided_by, a.created_at, a.item_id, a.location_id
            from stock_adjustment a
            join item_name i on i.org_id = a.org_id and i.item_id = a.item_id
            join location_name l on l.org_id = a.org_id and l.location_id = a.location_id
            where a.org_id = :org
            """;
    private static final String ONE_ADJUSTMENT = ADJUSTMENTS + " and a.adjustment_id = :id";
    private static final String ADJUSTMENTS_PAGE =
            ADJUSTMENTS
                    + " and a.adjustment_id < :after order by a.adjustment_id desc limit :limit";

    private static final String ADD_COUNT =
            """
            insert into stock_count (org_id, count_id, item_id, location_id, lot, start_seq,
              expected, started_by)
            values (:org, :id, :item, :location, :lot, :seq, :expected, :actor)
            """;
    private static final String FINISH_COUNT =
            """
            update stock_count set counted = :counted
            where org_id = :org and count_id = :id and counted is null
            """;
    private static final String COUNTS =
            """
            select c.count_id, i.sku, l.name as location, c.lot, c.start_seq, c.expected, c.counted,
              c.started_by, c.created_at, c.item_id, c.location_id
            from stock_count c
            join item_name i on i.org_id = c.org_id and i.item_id = c.item_id
            join location_name l on l.org_id = c.org_id and l.location_id = c.location_id
            where c.org_id = :org
            """;
    private static final String ONE_COUNT = COUNTS + " and c.count_id = :id";
    private static final String COUNTS_PAGE =
            COUNTS + " and c.count_id < :after order by c.count_id desc limit :limit";

    private static final String ADD_TRANSFER =
            """
            insert into stock_transfer (org_id, transfer_id, item_id, from_location_id,
              to_location_id, lot, units, started_by)
            values (:org, :id, :item, :location, :to, :lot, :units, :actor)
            """;
    private static final String TRANSFERS =
            """
            select t.transfer_id, i.sku, f.name as from_location, g.name as to_location, t.lot,
              t.units, t.started_by, t.created_at, t.item_id, t.to_location_id,
              (select coalesce(sum(e.in_transit_delta), 0) from stock_ledger e
                where e.org_id = t.org_id and e.subject_id = t.transfer_id) as under_way
            from stock_transfer t
            join item_name i on i.org_id = t.org_id and i.item_id = t.item_id
            join location_name f on f.org_id = t.org_id and f.location_id = t.from_location_id
            join location_name g on g.org_id = t.org_id and g.location_id = t.to_location_id
            where t.org_id = :org
            """;
    private static final String ONE_TRANSFER = TRANSFERS + " and t.transfer_id = :id";
    private static final String TRANSFERS_PAGE =
            TRANSFERS + " and t.transfer_id < :after order by t.transfer_id desc limit :limit";
    private static final UUID NEWEST = new UUID(-1L, -1L);

    /** A correction and what became of it. */
    record AdjustmentView(
            UUID adjustmentId,
            String sku,
            String location,
            String lot,
            int delta,
            List<String> serials,
            String reasonCode,
            String reason,
            String requestedBy,
            String state,
            String decidedBy,
            Instant createdAt) {}

    record Adjustment(AdjustmentView view, StockKey key) {}

    /**
     * A count. What was expected is told only when it is done, so that nobody counts towards it.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CountView(
            UUID countId,
            String sku,
            String location,
            String lot,
            long startSeq,
            @Nullable Integer expected,
            @Nullable Integer counted,
            String startedBy,
            Instant createdAt) {}

    record Count(CountView view, StockKey key, int expected) {}

    /**
     * A transfer.
     *
     * @param underWay units that neither arrived nor were given up
     */
    record TransferView(
            UUID transferId,
            String sku,
            String fromLocation,
            String toLocation,
            String lot,
            int units,
            int underWay,
            String startedBy,
            Instant createdAt) {}

    record Transfer(TransferView view, StockKey to) {}

    private static Tx.Statement at(Tx.Statement statement, UUID id, StockKey key) {
        return statement
                .with("id", id)
                .with("item", key.item().value())
                .with("location", key.location().value())
                .with("lot", key.lot());
    }

    void addAdjustment(
            Tx tx, UUID id, StockKey key, int delta, AdjustStock.Wish wish, String state) {
        at(tx.sql(ADD_ADJUSTMENT), id, key)
                .with("delta", delta)
                .withJson("serials", wish.serials())
                .with("code", wish.reasonCode())
                .with("reason", wish.reason())
                .with("actor", wish.actor())
                .with("state", state)
                .run();
    }

    /** False when somebody decided before. */
    boolean decide(Tx tx, UUID id, String state, String actor) {
        return tx.sql(DECIDE).with("id", id).with("state", state).with("actor", actor).run() == 1;
    }

    Optional<Adjustment> adjustment(Tx tx, UUID id) {
        return tx.sql(ONE_ADJUSTMENT).with("id", id).find(StockWorkStore::adjustment);
    }

    List<AdjustmentView> adjustments(Tx tx, Optional<UUID> after, int limit) {
        return page(tx, ADJUSTMENTS_PAGE, after, limit).list(row -> adjustment(row).view());
    }

    private static Tx.Statement page(Tx tx, String sql, Optional<UUID> after, int limit) {
        return tx.sql(sql).with("after", after.orElse(NEWEST)).with("limit", limit);
    }

    private static Adjustment adjustment(Row row) {
        return new Adjustment(
                new AdjustmentView(
                        row.uuid("adjustment_id"),
                        row.text("sku"),
                        row.text("location"),
                        row.text("lot"),
                        row.integer("delta"),
                        List.of(row.json("serials", String[].class)),
                        row.text("reason_code"),
                        row.text("reason"),
                        row.text("requested_by"),
                        row.text("state"),
                        row.text("decided_by"),
                        row.instant("created_at")),
                key(row, "location_id"));
    }

    private static StockKey key(Row row, String location) {
        return new StockKey(
                new ItemId(row.uuid("item_id")),
                new LocationId(row.uuid(location)),
                row.text("lot"));
    }

    void addCount(Tx tx, UUID id, StockKey key, long seq, int expected, String actor) {
        at(tx.sql(ADD_COUNT), id, key)
                .with("seq", seq)
                .with("expected", expected)
                .with("actor", actor)
                .run();
    }

    /** False when it was finished before. */
    boolean finishCount(Tx tx, UUID id, int counted) {
        return tx.sql(FINISH_COUNT).with("id", id).with("counted", counted).run() == 1;
    }

    Optional<Count> count(Tx tx, UUID id) {
        return tx.sql(ONE_COUNT).with("id", id).find(StockWorkStore::count);
    }

    List<CountView> counts(Tx tx, Optional<UUID> after, int limit) {
        return page(tx, COUNTS_PAGE, after, limit).list(row -> count(row).view());
    }

    private static Count count(Row row) {
        Integer counted = row.integerOrNull("counted");
        int expected = row.integer("expected");
        return new Count(
                new CountView(
                        row.uuid("count_id"),
                        row.text("sku"),
                        row.text("location"),
                        row.text("lot"),
                        row.bigint("start_seq"),
                        counted == null ? null : Integer.valueOf(expected),
                        counted,
                        row.text("started_by"),
                        row.instant("created_at")),
                key(row, "location_id"),
                expected);
    }

    void addTransfer(Tx tx, UUID id, StockKey from, LocationId to, int units, String actor) {
        at(tx.sql(ADD_TRANSFER), id, from)
                .with("to", to.value())
                .with("units", units)
                .with("actor", actor)
                .run();
    }

    Optional<Transfer> transfer(Tx tx, UUID id) {
        return tx.sql(ONE_TRANSFER).with("id", id).find(StockWorkStore::transfer);
    }

    List<TransferView> transfers(Tx tx, Optional<UUID> after, int limit) {
        return page(tx, TRANSFERS_PAGE, after, limit).list(row -> transfer(row).view());
    }

    private static Transfer transfer(Row row) {
        return new Transfer(
                new TransferView(
                        row.uuid("transfer_id"),
                        row.text("sku"),
                        row.text("from_location"),
                        row.text("to_location"),
                        row.text("lot"),
                        row.integer("units"),
                        row.integer("under_way"),
                        row.text("started_by"),
                        row.instant("created_at")),
                key(row, "to_location_id"));
    }
}
