package io.fulfillx.backend.platform.event;

import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.sql.Tx;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Writes down, in the transaction that decides it, what must happen next. The {@link OutboxWorker}
 * then makes it happen at least once.
 */
public final class Outbox {
    private static final String ADD =
            """
            insert into outbox
              (org_id, outbox_id, topic, subject_id, correlation_id, status, next_at)
            values (:org, :id, :topic, :subject, :correlation, 'PENDING', now())
            """;

    private final Supplier<UUID> ids;

    public Outbox(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /**
     * @param topic which handler it is for
     * @param subject what it is about; the handler reads the current state itself
     */
    public void add(Tx tx, String topic, UUID subject) {
        tx.sql(ADD)
                .with("id", ids.get())
                .with("topic", topic)
                .with("subject", subject)
                .with("correlation", Correlation.current())
                .run();
        tx.wakeOthersAfterCommit();
    }
}
