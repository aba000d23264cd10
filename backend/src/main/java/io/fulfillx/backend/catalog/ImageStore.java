package io.fulfillx.backend.catalog;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class ImageStore {
    private static final String COLUMNS =
            """
            select image_id, media_type, width_px, height_px, size_bytes, added_by, added_at
            from item_image where org_id = :org and item_id = :item
            """;
    private static final String LIST = COLUMNS + " order by image_id";
    private static final String ONE = COLUMNS + " and image_id = :id";
    private static final String SAME = COLUMNS + " and sha256 = :sha";
    private static final String ADD =
            """
            insert into item_image (org_id, image_id, item_id, media_type, width_px, height_px,
              size_bytes, sha256, added_by)
            values (:org, :id, :item, :media, :width, :height, :size, :sha, :by)
            """;
    private static final String REMOVE =
            "delete from item_image where org_id = :org and item_id = :item and image_id = :id";

    /** A picture of an item. */
    record ImageView(
            UUID imageId,
            String mediaType,
            int widthPx,
            int heightPx,
            int sizeBytes,
            String addedBy,
            Instant addedAt) {}

    List<ImageView> list(Tx tx, ItemId item) {
        return tx.sql(LIST).with("item", item.value()).list(ImageStore::view);
    }

    Optional<ImageView> find(Tx tx, ItemId item, UUID id) {
        return tx.sql(ONE).with("item", item.value()).with("id", id).find(ImageStore::view);
    }

    Optional<ImageView> same(Tx tx, ItemId item, String sha256) {
        return tx.sql(SAME).with("item", item.value()).with("sha", sha256).find(ImageStore::view);
    }

    void add(Tx tx, ItemId item, UUID id, ItemPicture picture, String sha256, String by) {
        tx.sql(ADD)
                .with("id", id)
                .with("item", item.value())
                .with("media", picture.mediaType())
                .with("width", picture.widthPx())
                .with("height", picture.heightPx())
                .with("size", picture.content().length)
                .with("sha", sha256)
                .with("by", by)
                .run();
    }

    /** False when there is no such picture of the item. */
    boolean remove(Tx tx, ItemId item, UUID id) {
        return tx.sql(REMOVE).with("item", item.value()).with("id", id).run() == 1;
    }

    private static ImageView view(Row row) {
        return new ImageView(
                row.uuid("image_id"),
                row.text("media_type"),
                row.integer("width_px"),
                row.integer("height_px"),
                row.integer("size_bytes"),
                row.text("added_by"),
                row.instant("added_at"));
    }
}
