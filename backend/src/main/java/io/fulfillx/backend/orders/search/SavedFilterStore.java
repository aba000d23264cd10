package io.fulfillx.backend.orders.search;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Filters that people keep, of their own and of the whole organization. */
public final class SavedFilterStore {
    private static final String SELECT =
            """
            select filter_id, owner, name, shared, filter, created_at from saved_filter
            where org_id = :org and (owner = :reader or shared)
            """;
    private static final String ONE = SELECT + " and filter_id = :id";
    private static final String LIST =
            SELECT
                    + """
                     and (cast(:after as uuid) is null or filter_id < :after)
                    order by filter_id desc limit :limit
                    """;
    private static final String INSERT =
            """
            insert into saved_filter (org_id, filter_id, owner, name, shared, filter)
            values (:org, :id, :owner, :name, :shared, cast(:filter as jsonb))
            on conflict (org_id, owner, name) do nothing
            """;
    private static final String UPDATE =
            """
            update saved_filter f set name = :name, shared = :shared,
              filter = cast(:filter as jsonb)
            where org_id = :org and owner = :owner and filter_id = :id
              and not exists (select 1 from saved_filter other where other.org_id = f.org_id
                and other.owner = f.owner and other.name = :name
                and other.filter_id <> f.filter_id)
            """;
    private static final String DELETE =
            "delete from saved_filter where org_id = :org and owner = :owner and filter_id = :id";

    /** A filter that somebody keeps. */
    record SavedFilter(
            UUID filterId,
            UUID owner,
            String name,
            boolean shared,
            OrderFilter filter,
            Instant createdAt) {}

    /** A filter that the reader may use: an own one or a shared one. */
    public Optional<OrderFilter> filter(Tx tx, UUID reader, UUID id) {
        return find(tx, reader, id).map(SavedFilter::filter);
    }

    Optional<SavedFilter> find(Tx tx, UUID reader, UUID id) {
        return tx.sql(ONE)
                .with("reader", reader.toString())
                .with("id", id)
                .find(SavedFilterStore::saved);
    }

    /** Newest first. */
    List<SavedFilter> list(Tx tx, UUID reader, @Nullable UUID after, int limit) {
        return tx.sql(LIST)
                .with("reader", reader.toString())
                .with("after", after)
                .with("limit", limit)
                .list(SavedFilterStore::saved);
    }

    /** False when its owner has one of that name. */
    boolean insert(Tx tx, UUID owner, UUID id, String name, boolean shared, OrderFilter filter) {
        return written(tx.sql(INSERT), owner, id, name, shared, filter);
    }

    /** False when its owner has another one of that name. */
    boolean update(Tx tx, UUID owner, UUID id, String name, boolean shared, OrderFilter filter) {
        return written(tx.sql(UPDATE), owner, id, name, shared, filter);
    }

    private static boolean written(
            Tx.Statement statement,
            UUID owner,
            UUID id,
            String name,
            boolean shared,
            OrderFilter filter) {
        return statement
                        .with("id", id)
                        .with("owner", owner.toString())
                        .with("name", name)
                        .with("shared", shared)
                        .withJson("filter", filter)
                        .run()
                == 1;
    }

    /** False when it is not there, or somebody else's. */
    boolean delete(Tx tx, UUID owner, UUID id) {
        return tx.sql(DELETE).with("owner", owner.toString()).with("id", id).run() == 1;
    }

    private static SavedFilter saved(Row row) {
        return new SavedFilter(
                row.uuid("filter_id"),
                UUID.fromString(row.text("owner")),
                row.text("name"),
                row.flag("shared"),
                row.json("filter", OrderFilter.class),
                row.instant("created_at"));
    }
}
