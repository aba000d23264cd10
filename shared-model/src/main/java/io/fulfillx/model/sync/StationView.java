package io.fulfillx.model.sync;

import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A station as those who look after all of them see it. What it says of itself is missing until it
 * has.
 *
 * @param signs whether its acts are proved by a key
 */
public record StationView(
        StationId stationId,
        String name,
        boolean active,
        @Nullable String machine,
        @Nullable Instant enrolledAt,
        boolean draining,
        @Nullable String message,
        @Nullable Instant revokedAt,
        boolean signs,
        @Nullable Integer protocol,
        @Nullable String program,
        @Nullable Instant lastSeenAt,
        @Nullable Integer backlog,
        @Nullable Instant oldestUnsentAt,
        @Nullable String printer,
        @Nullable String scanner,
        @Nullable String scale) {}
