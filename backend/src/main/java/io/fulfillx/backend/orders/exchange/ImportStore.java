package io.fulfillx.backend.orders.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.orders.exchange.FileOrder.Problem;
import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class ImportStore {
    private static final String INSERT =
            """
            insert into order_import (org_id, import_id, name, layout, channel_id, actor, state)
            values (:org, :id, :name, cast(:layout as jsonb), :channel, :actor, 'UPLOADING')
            """;
    private static final String SELECT =
            """
            select import_id, name, layout, channel_id, actor, state, parts, bytes, records,
              received, known, refused, problem, created_at, started_at, finished_at
            from order_import where org_id = :org
            """;
    private static final String FIND = SELECT + " and import_id = :id";
    private static final String AFTER = " and import_id < :after";
    private static final String NEWEST = " order by import_id desc limit :limit";
    private static final String PART =
            """
            select sha256 from order_import_part
            where org_id = :org and import_id = :id and part = :part
            """;
    private static final String ADD_PART =
            """
            insert into order_import_part (org_id, import_id, part, bytes, sha256)
            values (:org, :id, :part, :bytes, :sha)
            """;
    private static final String COUNT_PART =
            """
            update order_import set parts = parts + 1, bytes = bytes + :bytes
            where org_id = :org and import_id = :id
            """;
    private static final String BECOME =
            """
            update order_import set state = :state, problem = :problem,
              started_at = case when :state = 'RUNNING' then now() else started_at end,
              finished_at = case when :state = 'RUNNING' then null else now() end,
              leased_by = null, leased_until = null
            where org_id = :org and import_id = :id
            """;

    /** What a process held when it died is its own again at once; others wait for the lease. */
    private static final String CLAIM =
            """
            update order_import set leased_by = :instance, leased_until = :until
            where org_id = :org and import_id = (
              select import_id from order_import where org_id = :org and state = 'RUNNING'
                and (leased_until is null or leased_until < :now or leased_by = :instance)
              order by import_id limit 1 for update skip locked)
            returning import_id
            """;

    private static final String ANY =
            "select 1 as one from order_import where org_id = :org and state = 'RUNNING' limit 1";
    private static final String IS_AT =
            """
            select 1 as one from order_import where org_id = :org and import_id = :id
              and state = 'RUNNING' and records = :before for update
            """;
    private static final String PROGRESS =
            """
            update order_import set records = records + :records, received = received + :received,
              known = known + :known, refused = refused + :refused, leased_until = :until
            where org_id = :org and import_id = :id
            """;
    private static final String ERRORS =
            """
            insert into order_import_error (org_id, import_id, line, place, order_key, field,
              detail)
            select :org, :id, r.* from jsonb_to_recordset(cast(:rows as jsonb)) as r(line bigint,
              place int, key text, field text, detail text)
            on conflict do nothing
            """;
    private static final String READ_ERRORS =
            """
            select line, place, order_key, field, detail from order_import_error
            where org_id = :org and import_id = :id and (line, place) > (:line, :place)
            order by line, place limit :limit
            """;

    /** What is done with a file. */
    enum State {
        UPLOADING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /**
     * A file on its way in.
     *
     * @param records rows that were dealt with
     * @param received orders that came in
     * @param known orders that were here before; they changed nothing
     * @param refused orders that were not taken in; the report of errors says why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderImport(
            UUID importId,
            String name,
            ImportLayout layout,
            ChannelId channelId,
            String actor,
            State state,
            int parts,
            long bytes,
            long records,
            long received,
            long known,
            long refused,
            @Nullable String problem,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** What was done to one chunk of a file. */
    record Chunk(long records, long received, long known, long refused) {}

    /** Why an order was not taken in. */
    record ErrorRow(long line, int place, String key, String field, String detail) {}

    void insert(Tx tx, UUID id, String name, ImportLayout layout, ChannelId channel, String actor) {
        tx.sql(INSERT)
                .with("id", id)
                .with("name", name)
                .withJson("layout", layout)
                .with("channel", channel.value())
                .with("actor", actor)
                .run();
    }

    Optional<OrderImport> find(Tx tx, UUID id) {
        return tx.sql(FIND).with("id", id).find(ImportStore::read);
    }

    Optional<OrderImport> lock(Tx tx, UUID id) {
        return tx.sql(FIND + " for update").with("id", id).find(ImportStore::read);
    }

    List<OrderImport> list(Tx tx, Optional<UUID> after, int limit) {
        Tx.Statement statement =
                tx.sql(SELECT + (after.isPresent() ? AFTER : "") + NEWEST).with("limit", limit);
        after.ifPresent(id -> statement.with("after", id));
        return statement.list(ImportStore::read);
    }

    Optional<String> partHash(Tx tx, UUID id, int part) {
        return tx.sql(PART).with("id", id).with("part", part).find(row -> row.text("sha256"));
    }

    void addPart(Tx tx, UUID id, int part, int bytes, String sha) {
        tx.sql(ADD_PART)
                .with("id", id)
                .with("part", part)
                .with("bytes", bytes)
                .with("sha", sha)
                .run();
        tx.sql(COUNT_PART).with("id", id).with("bytes", bytes).run();
    }

    void become(Tx tx, UUID id, State state, @Nullable String problem) {
        tx.sql(BECOME).with("id", id).with("state", state.name()).with("problem", problem).run();
    }

    boolean anyRunning(Tx tx) {
        return !tx.sql(ANY).list(row -> row.integer("one")).isEmpty();
    }

    Optional<UUID> claim(Tx tx, String instance, Instant now, Instant until) {
        return tx.sql(CLAIM)
                .with("instance", instance)
                .with("now", now)
                .with("until", until)
                .find(row -> row.uuid("import_id"));
    }

    /** False when it was cancelled, or when somebody else went on with it. Locks it. */
    boolean isAt(Tx tx, UUID id, long before) {
        return tx.sql(IS_AT)
                .with("id", id)
                .with("before", before)
                .find(row -> row.integer("one"))
                .isPresent();
    }

    void progress(Tx tx, UUID id, Chunk chunk, Instant until) {
        tx.sql(PROGRESS)
                .with("id", id)
                .with("records", chunk.records())
                .with("received", chunk.received())
                .with("known", chunk.known())
                .with("refused", chunk.refused())
                .with("until", until)
                .run();
    }

    void addErrors(Tx tx, UUID id, List<FileOrder> refused) {
        List<ErrorRow> rows = new ArrayList<>();
        for (FileOrder order : refused) {
            int place = 0;
            for (Problem problem : order.problems()) {
                rows.add(
                        new ErrorRow(
                                problem.line(),
                                place++,
                                order.key(),
                                problem.field(),
                                problem.detail()));
            }
        }
        if (!rows.isEmpty()) {
            tx.sql(ERRORS).with("id", id).withJson("rows", rows).run();
        }
    }

    /** In the order of the file, from behind that place. */
    List<ErrorRow> errors(Tx tx, UUID id, long line, int place, int limit) {
        return tx.sql(READ_ERRORS)
                .with("id", id)
                .with("line", line)
                .with("place", place)
                .with("limit", limit)
                .list(
                        row ->
                                new ErrorRow(
                                        row.bigint("line"),
                                        row.integer("place"),
                                        row.text("order_key"),
                                        row.text("field"),
                                        row.text("detail")));
    }

    private static OrderImport read(Row row) {
        return new OrderImport(
                row.uuid("import_id"),
                row.text("name"),
                row.json("layout", ImportLayout.class),
                new ChannelId(row.uuid("channel_id")),
                row.text("actor"),
                State.valueOf(row.text("state")),
                row.integer("parts"),
                row.bigint("bytes"),
                row.bigint("records"),
                row.bigint("received"),
                row.bigint("known"),
                row.bigint("refused"),
                row.textOrNull("problem"),
                row.instant("created_at"),
                row.instantOrNull("started_at"),
                row.instantOrNull("finished_at"));
    }
}
