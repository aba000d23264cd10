package io.fulfillx.backend.catalog;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import java.time.Instant;
import java.util.List;

/** Who changed which field of an item, from what to what. */
final class ItemChangeStore {
    private static final String ADD =
            """
            insert into item_change (org_id, item_id, version, actor, what, changes)
            values (:org, :id, :version, :actor, :what, cast(:changes as jsonb))
            """;
    private static final String LIST =
            """
            select version, at, actor, what, changes from item_change
            where org_id = :org and item_id = :id and version < :before
            order by version desc limit :limit
            """;
    private static final String SINCE =
            """
            select distinct field from item_change, jsonb_object_keys(changes) as field
            where org_id = :org and item_id = :id and version > :version order by field
            """;

    /** What was done. */
    enum What {
        CREATED,
        CHANGED,
        ARCHIVED,
        UNARCHIVED
    }

    /**
     * One change.
     *
     * @param version the item's version after it
     * @param changes by field: the value before in {@code from}, after in {@code to}
     */
    record ChangeView(int version, Instant at, String actor, What what, JsonNode changes) {}

    void add(Tx tx, ItemId id, int version, String actor, What what, JsonNode changes) {
        tx.sql(ADD)
                .with("id", id.value())
                .with("version", version)
                .with("actor", actor)
                .with("what", what.name())
                .withJson("changes", changes)
                .run();
    }

    /** Newest first. */
    List<ChangeView> list(Tx tx, ItemId id, int before, int limit) {
        return tx.sql(LIST)
                .with("id", id.value())
                .with("before", before)
                .with("limit", limit)
                .list(ItemChangeStore::view);
    }

    /** The fields that were changed after that version. */
    List<String> since(Tx tx, ItemId id, int version) {
        return tx.sql(SINCE)
                .with("id", id.value())
                .with("version", version)
                .list(row -> row.text("field"));
    }

    private static ChangeView view(Row row) {
        return new ChangeView(
                row.integer("version"),
                row.instant("at"),
                row.text("actor"),
                What.valueOf(row.text("what")),
                row.json("changes", JsonNode.class));
    }
}
