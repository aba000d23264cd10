package io.fulfillx.backend.server;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Outbox rows that were given up, whatever feature they belong to. */
final class DeadLetterStore {
    private static final String COLUMNS =
            """
            select outbox_id, topic, subject_id, correlation_id, status, attempts, last_error,
              created_at, replayed_by, replayed_at
            from outbox where org_id = :org
            """;
    private static final String DEAD = COLUMNS + " and status = 'DEAD'";
    private static final String AFTER = " and outbox_id < :after";
    private static final String NEWEST = " order by outbox_id desc limit :limit";
    private static final String BY_ID = COLUMNS + " and outbox_id = :id";
    private static final String REPLAY =
            """
            update outbox set status = 'PENDING', attempts = 0, next_at = :now,
              replayed_by = :actor, replayed_at = :now
            where org_id = :org and outbox_id = :id and status = 'DEAD'
            """;

    /**
     * @param subjectId what the row is about: an order, a parcel, an item
     * @param lastError why it was given up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadLetter(
            UUID outboxId,
            String topic,
            UUID subjectId,
            String correlationId,
            String status,
            int attempts,
            String lastError,
            Instant createdAt,
            @Nullable String replayedBy,
            @Nullable Instant replayedAt) {}

    List<DeadLetter> dead(Tx tx, Optional<UUID> after, int limit) {
        Tx.Statement statement =
                tx.sql(DEAD + (after.isPresent() ? AFTER : "") + NEWEST).with("limit", limit);
        after.ifPresent(id -> statement.with("after", id));
        return statement.list(DeadLetterStore::letter);
    }

    Optional<DeadLetter> find(Tx tx, UUID id) {
        return tx.sql(BY_ID).with("id", id).find(DeadLetterStore::letter);
    }

    /** False when the row is not dead. */
    boolean replay(Tx tx, UUID id, String actor, Instant now) {
        return tx.sql(REPLAY).with("id", id).with("actor", actor).with("now", now).run() == 1;
    }

    private static DeadLetter letter(Row row) {
        return new DeadLetter(
                row.uuid("outbox_id"),
                row.text("topic"),
                row.uuid("subject_id"),
                row.text("correlation_id"),
                row.text("status"),
                row.integer("attempts"),
                row.text("last_error"),
                row.instant("created_at"),
                row.textOrNull("replayed_by"),
                row.instantOrNull("replayed_at"));
    }
}
