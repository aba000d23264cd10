package io.fulfillx.backend.shipping;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Numbers that stations made, as their carrier is told of them.
 *
 * @param numbers how many parcels are on it
 * @param refused how many of them the carrier did not take
 * @param attempts how often it was sent
 * @param problem why the carrier has not answered yet
 */
record Manifest(
        UUID manifestId,
        String carrier,
        ManifestState state,
        int numbers,
        int refused,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant reportedAt,
        int attempts,
        @Nullable String problem) {}
