package io.fulfillx.backend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signed deliveries that could not be understood, kept for a person. */
final class IntakeLetterStore {
    private static final int SHOWN_CHARACTERS = 4_000;

    private static final String INSERT =
            """
            insert into intake_dead_letter (org_id, dead_letter_id, channel_id, body, body_sha256,
              problem)
            values (:org, :id, :channel, :body, :hash, :problem)
            on conflict (org_id, channel_id, body_sha256) do nothing
            """;
    private static final String ALL =
            """
            select dead_letter_id, channel_id, body, problem, received_at, replayed_at
            from intake_dead_letter where org_id = :org
            """;
    private static final String AFTER = " and dead_letter_id < :after";
    private static final String NEWEST = " order by dead_letter_id desc limit :limit";
    private static final String FIND =
            """
            select channel_id, body from intake_dead_letter
            where org_id = :org and dead_letter_id = :id
            """;
    private static final String REPLAYED =
            """
            update intake_dead_letter set replayed_at = now()
            where org_id = :org and dead_letter_id = :id
            """;

    /**
     * @param body the beginning of what arrived
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LetterView(
            UUID deadLetterId,
            ChannelId channelId,
            String problem,
            Instant receivedAt,
            @Nullable Instant replayedAt,
            String body) {}

    record Letter(ChannelId channelId, byte[] body) {}

    /** The same body is kept once. */
    void keep(Tx tx, UUID id, ChannelId channel, byte[] body, String problem) {
        tx.sql(INSERT)
                .with("id", id)
                .with("channel", channel.value())
                .with("body", body)
                .with("hash", Tokens.sha256(body))
                .with("problem", problem)
                .run();
    }

    List<LetterView> list(Tx tx, Optional<UUID> after, int limit) {
        Tx.Statement statement =
                tx.sql(ALL + (after.isPresent() ? AFTER : "") + NEWEST).with("limit", limit);
        after.ifPresent(id -> statement.with("after", id));
        return statement.list(
                row ->
                        new LetterView(
                                row.uuid("dead_letter_id"),
                                new ChannelId(row.uuid("channel_id")),
                                row.text("problem"),
                                row.instant("received_at"),
                                row.instantOrNull("replayed_at"),
                                beginning(row.bytes("body"))));
    }

    Optional<Letter> find(Tx tx, UUID id) {
        return tx.sql(FIND)
                .with("id", id)
                .find(row -> new Letter(new ChannelId(row.uuid("channel_id")), row.bytes("body")));
    }

    void markReplayed(Tx tx, UUID id) {
        tx.sql(REPLAYED).with("id", id).run();
    }

    private static String beginning(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) : text;
    }
}
