package io.fulfillx.backend.catalog;

import io.fulfillx.backend.catalog.ImageStore.ImageView;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Pictures of items: what is known of them in the database, the bytes in the object store. */
final class KeepImages {
    private static final int MAX_IMAGES = 20;

    private final ItemStore items;
    private final ImageStore images = new ImageStore();
    private final ObjectStore objects;
    private final Supplier<UUID> ids;

    KeepImages(ItemStore items, ObjectStore objects, Supplier<UUID> ids) {
        this.items = items;
        this.objects = objects;
        this.ids = ids;
    }

    /** Bytes with the type that they were found to be of. */
    record Picture(String mediaType, byte[] content) {}

    /**
     * The same picture again is the picture that is there.
     *
     * @throws Fault INVALID, TOO_LARGE, or NOT_ALLOWED_NOW when there are enough
     */
    ImageView add(Tx tx, ItemId item, byte[] content, String actor) {
        ItemPicture picture = ItemPicture.read(content);
        if (items.lock(tx, item).isEmpty()) {
            throw Fault.notFound("item");
        }
        String sha256 = Tokens.sha256(content);
        var before = images.same(tx, item, sha256);
        if (before.isPresent()) {
            return before.get();
        }
        if (images.list(tx, item).size() >= MAX_IMAGES) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW, "An item has at most " + MAX_IMAGES + " pictures.");
        }
        UUID id = ids.get();
        // First the bytes: a row never leads to nothing, and bytes without a row hurt nobody.
        objects.put(key(tx, id, ""), content);
        byte[] thumbnail = picture.thumbnail();
        if (thumbnail != null) {
            objects.put(key(tx, id, "-small"), thumbnail);
        }
        images.add(tx, item, id, picture, sha256, actor);
        return images.find(tx, item, id).orElseThrow();
    }

    private static String key(Tx tx, UUID id, String size) {
        return tx.org() + "/item-images/" + id + size;
    }

    List<ImageView> list(Tx tx, ItemId item) {
        if (items.find(tx, item).isEmpty()) {
            throw Fault.notFound("item");
        }
        return images.list(tx, item);
    }

    /**
     * @param small a thumbnail; the picture itself where there is none
     */
    Picture show(Tx tx, ItemId item, UUID id, boolean small) {
        ImageView view = images.find(tx, item, id).orElseThrow(() -> Fault.notFound("picture"));
        if (small) {
            var thumbnail = objects.find(key(tx, id, "-small"));
            if (thumbnail.isPresent()) {
                return new Picture("image/png", thumbnail.get());
            }
        }
        return objects.find(key(tx, id, ""))
                .map(content -> new Picture(view.mediaType(), content))
                .orElseThrow(() -> Fault.notFound("picture"));
    }

    void remove(Tx tx, ItemId item, UUID id) {
        if (!images.remove(tx, item, id)) {
            throw Fault.notFound("picture");
        }
    }
}
