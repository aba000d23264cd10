package io.fulfillx.backend.platform.event;

import io.fulfillx.model.id.OrgId;

import java.util.UUID;

/**
 * Does what an outbox row asks for. It may be called again for the same row, also after success.
 */
public interface OutboxHandler {
    String topic();

    /** Runs outside any transaction, so that calls over the network hold no connection. */
    Delivery deliver(OrgId org, UUID subject);
}
