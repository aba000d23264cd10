package io.fulfillx.desktop.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What of the journal the server has not answered yet.
 *
 * @param oldest when the oldest of these acts was confirmed
 */
public record JournalCount(int unsent, @Nullable Instant oldest) {}
