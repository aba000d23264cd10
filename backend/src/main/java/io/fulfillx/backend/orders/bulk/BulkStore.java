package io.fulfillx.backend.orders.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.orders.search.Condition;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class BulkStore {
    private static final String INSERT =
            """
            insert into bulk_job (org_id, job_id, action, actor, state, total)
            values (:org, :id, cast(:action as jsonb), :actor, 'RUNNING', 0)
            """;
    private static final String ADD_IDS =
            """
            insert into bulk_row (org_id, job_id, position, order_id)
            select :org, :id, row_number() over (order by first), found.wanted from
              (select cast(value as uuid) as wanted, min(place) as first
                from jsonb_array_elements_text(cast(:ids as jsonb)) with ordinality
                  as listed(value, place) group by 1) as found
            """;
    private static final String ADD_FILTERED =
            """
            insert into bulk_row (org_id, job_id, position, order_id)
            select :org, :id, row_number() over (order by found.order_id), found.order_id from
              (select o.order_id from sales_order o where o.org_id = :org
            """;
    private static final String MOST = " order by o.order_id limit :most) as found";
    private static final String SET_TOTAL =
            "update bulk_job set total = :total where org_id = :org and job_id = :id";
    private static final String SELECT =
            """
            select job_id, action, actor, state, total, done, unchanged, failed, created_at,
              finished_at
            from bulk_job where org_id = :org
            """;
    private static final String FIND = SELECT + " and job_id = :id";
    private static final String AFTER = " and job_id < :after";
    private static final String NEWEST = " order by job_id desc limit :limit";
    private static final String CLAIM =
            """
            update bulk_job set leased_by = :instance, leased_until = :until
            where org_id = :org and job_id = (
              select job_id from bulk_job where org_id = :org and state = 'RUNNING'
                and (leased_until is null or leased_until < :now or leased_by = :instance)
              order by job_id limit 1 for update skip locked)
            returning job_id
            """;
    private static final String ANY =
            "select 1 as one from bulk_job where org_id = :org and state = 'RUNNING' limit 1";
    private static final String NEXT =
            """
            select r.position, r.order_id from bulk_row r
            join bulk_job j on j.org_id = r.org_id and j.job_id = r.job_id
            where r.org_id = :org and r.job_id = :id and r.outcome is null
              and j.state = 'RUNNING'
            order by r.position limit :limit
            """;

    /** Nothing is left of it when the job was cancelled or another process did the row. */
    private static final String TAKE =
            """
            select r.position from bulk_row r
            join bulk_job j on j.org_id = r.org_id and j.job_id = r.job_id
            where r.org_id = :org and r.job_id = :id and r.position = :position
              and r.outcome is null and j.state = 'RUNNING'
            for update of r
            """;

    private static final String SETTLE =
            """
            update bulk_row set outcome = :outcome, code = :code, detail = :detail
            where org_id = :org and job_id = :id and position = :position and outcome is null
            """;
    private static final String COUNT =
            """
            update bulk_job set leased_until = :until,
              done = done + (case when :outcome = 'DONE' then 1 else 0 end),
              unchanged = unchanged + (case when :outcome = 'UNCHANGED' then 1 else 0 end),
              failed = failed + (case when :outcome = 'FAILED' then 1 else 0 end)
            where org_id = :org and job_id = :id
            """;
    private static final String END =
            """
            update bulk_job set state = :state, finished_at = now(), leased_by = null,
              leased_until = null
            where org_id = :org and job_id = :id and state = 'RUNNING'
            """;
    private static final String FAILURES =
            """
            select position, order_id, code, detail from bulk_row
            where org_id = :org and job_id = :id and outcome = 'FAILED' and position > :after
            order by position limit :limit
            """;

    /** What a job is at. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED
    }

    /** What came of one order. */
    enum Outcome {
        DONE,
        UNCHANGED,
        FAILED
    }

    /**
     * A job over many orders.
     *
     * @param unchanged orders that were already so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BulkJob(
            UUID bulkJobId,
            BulkAction action,
            String actor,
            State state,
            int total,
            int done,
            int unchanged,
            int failed,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    record BulkRow(int position, OrderId orderId) {}

    /** Why an order was left as it was. */
    record Failure(int position, OrderId orderId, String code, String detail) {}

    void insert(Tx tx, UUID id, BulkAction action, String actor) {
        tx.sql(INSERT).with("id", id).withJson("action", action).with("actor", actor).run();
    }

    /** Each order once, in the order of the list. */
    long add(Tx tx, UUID id, List<OrderId> orders) {
        return tx.sql(ADD_IDS).with("id", id).withJson("ids", orders).run();
    }

    long add(Tx tx, UUID id, Condition condition, int most) {
        return condition
                .bind(
                        tx.sql(ADD_FILTERED + condition.sql() + MOST)
                                .with("id", id)
                                .with("most", most))
                .run();
    }

    void setTotal(Tx tx, UUID id, long total) {
        tx.sql(SET_TOTAL).with("id", id).with("total", total).run();
    }

    Optional<BulkJob> find(Tx tx, UUID id) {
        return tx.sql(FIND).with("id", id).find(BulkStore::job);
    }

    List<BulkJob> list(Tx tx, Optional<UUID> after, int limit) {
        Tx.Statement statement =
                tx.sql(SELECT + (after.isPresent() ? AFTER : "") + NEWEST).with("limit", limit);
        after.ifPresent(id -> statement.with("after", id));
        return statement.list(BulkStore::job);
    }

    boolean anyRunning(Tx tx) {
        return !tx.sql(ANY).list(row -> row.integer("one")).isEmpty();
    }

    Optional<UUID> claim(Tx tx, String instance, Instant now, Instant until) {
        return tx.sql(CLAIM)
                .with("instance", instance)
                .with("now", now)
                .with("until", until)
                .find(row -> row.uuid("job_id"));
    }

    /** Empty when the job is over. */
    List<BulkRow> next(Tx tx, UUID id, int limit) {
        return tx.sql(NEXT)
                .with("id", id)
                .with("limit", limit)
                .list(
                        row ->
                                new BulkRow(
                                        row.integer("position"),
                                        new OrderId(row.uuid("order_id"))));
    }

    boolean take(Tx tx, UUID id, BulkRow row) {
        return tx.sql(TAKE)
                .with("id", id)
                .with("position", row.position())
                .find(found -> found.integer("position"))
                .isPresent();
    }

    void settle(
            Tx tx,
            UUID id,
            BulkRow row,
            Outcome outcome,
            @Nullable String code,
            @Nullable String detail,
            Instant until) {
        tx.sql(SETTLE)
                .with("id", id)
                .with("position", row.position())
                .with("outcome", outcome.name())
                .with("code", code)
                .with("detail", detail)
                .run();
        tx.sql(COUNT).with("id", id).with("outcome", outcome.name()).with("until", until).run();
    }

    void end(Tx tx, UUID id, State state) {
        tx.sql(END).with("id", id).with("state", state.name()).run();
    }

    List<Failure> failures(Tx tx, UUID id, int after, int limit) {
        return tx.sql(FAILURES)
                .with("id", id)
                .with("after", after)
                .with("limit", limit)
                .list(
                        row ->
                                new Failure(
                                        row.integer("position"),
                                        new OrderId(row.uuid("order_id")),
                                        row.text("code"),
                                        row.text("detail")));
    }

    private static BulkJob job(Row row) {
        return new BulkJob(
                row.uuid("job_id"),
                row.json("action", BulkAction.class),
                row.text("actor"),
                State.valueOf(row.text("state")),
                row.integer("total"),
                row.integer("done"),
                row.integer("unchanged"),
                row.integer("failed"),
                row.instant("created_at"),
                row.instantOrNull("finished_at"));
    }
}
