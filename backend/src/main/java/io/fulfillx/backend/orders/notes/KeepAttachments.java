package io.fulfillx.backend.orders.notes;

import io.fulfillx.backend.orders.OrderActs;
import io.fulfillx.backend.orders.notes.AttachmentStore.Attachment;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Files of orders: who attached what and when, and the bytes in the object store. */
final class KeepAttachments {
    private static final int MAX_FILES = 50;

    private final OrderActs orders;
    private final ObjectStore objects;
    private final Outbox outbox;
    private final Supplier<UUID> ids;
    private final AttachmentStore store = new AttachmentStore();

    KeepAttachments(OrderActs orders, ObjectStore objects, Outbox outbox, Supplier<UUID> ids) {
        this.orders = orders;
        this.objects = objects;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** A file as it was sent in. */
    record Download(Attachment attachment, byte[] content) {}

    static String key(OrgId org, UUID id) {
        return org + "/order-attachments/" + id;
    }

    /**
     * The same file under the same name is the one that is there.
     *
     * @throws Fault NOT_FOUND, INVALID, TOO_LARGE, or NOT_ALLOWED_NOW when there are enough
     */
    Attachment add(Tx tx, OrderId order, String name, byte[] content, String actor) {
        AttachedFile file = AttachedFile.read(content);
        var _ = orders.lock(tx, order);
        String sha256 = Tokens.sha256(content);
        Optional<Attachment> before = store.same(tx, order, name, sha256);
        if (before.isPresent()) {
            return before.get();
        }
        if (store.list(tx, order).size() >= MAX_FILES) {
            throw new Fault(
                    Fault.Code.NOT_ALLOWED_NOW,
                    "An order has at most " + MAX_FILES + " attachments.");
        }
        UUID id = ids.get();
        // First the bytes: a row never leads to nothing, and bytes without a row hurt nobody.
        objects.put(key(tx.org(), id), content);
        store.add(tx, order, id, name, file, sha256, actor);
        orders.tell(tx, order, actor, "ATTACHMENT_ADDED", name + ", " + content.length + " bytes.");
        return store.find(tx, order, id).orElseThrow();
    }

    List<Attachment> list(Tx tx, OrderId order) {
        orders.mustExist(tx, order);
        return store.list(tx, order);
    }

    /**
     * @throws Fault NOT_FOUND
     */
    Download read(Tx tx, OrderId order, UUID id) {
        Attachment attachment = find(tx, order, id);
        return objects.find(key(tx.org(), id))
                .map(content -> new Download(attachment, content))
                .orElseThrow(() -> Fault.notFound("attachment"));
    }

    /**
     * @throws Fault NOT_FOUND
     */
    void remove(Tx tx, OrderId order, UUID id, String actor) {
        var _ = orders.lock(tx, order);
        Attachment attachment = find(tx, order, id);
        if (store.remove(tx, order, id, actor)) {
            orders.tell(tx, order, actor, "ATTACHMENT_REMOVED", attachment.name());
            outbox.add(tx, DropAttachment.TOPIC, id);
        }
    }

    private Attachment find(Tx tx, OrderId order, UUID id) {
        return store.find(tx, order, id).orElseThrow(() -> Fault.notFound("attachment"));
    }
}
