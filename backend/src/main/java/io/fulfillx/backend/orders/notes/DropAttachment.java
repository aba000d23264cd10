package io.fulfillx.backend.orders.notes;

import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.event.Delivery;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.model.id.OrgId;

import java.util.UUID;

/** Deletes the bytes of a removed attachment, once the removal cannot be undone any more. */
public final class DropAttachment implements OutboxHandler {
    static final String TOPIC = "attachment.removed";

    private final ObjectStore objects;

    public DropAttachment(ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Delivery deliver(OrgId org, UUID subject) {
        objects.delete(KeepAttachments.key(org, subject));
        return Delivery.done();
    }
}
