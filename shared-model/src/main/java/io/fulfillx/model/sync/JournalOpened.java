package io.fulfillx.model.sync;

import org.jspecify.annotations.Nullable;

/**
 * How a station goes on with its journal.
 *
 * @param generation to be named in every batch and at the next opening
 * @param lastN the last row the server holds of this epoch
 * @param protocol what the server speaks, see {@link Protocol}
 * @param burned why this epoch is over, so that a new one has to be opened with what is not
 *     answered; null when all is well
 */
public record JournalOpened(long generation, long lastN, int protocol, @Nullable String burned) {}
