package io.fulfillx.model.sync;

import java.util.UUID;

/**
 * A station says which journal it goes on with, once in each run of its program.
 *
 * @param generation what the server said last time; 0 when it never did
 * @param opening makes a repeated request the same one
 * @param machine which computer the store lies on; opaque
 * @param lastN the last row of the epoch, 0 without any
 * @param headHash hash of that row, {@link RowBytes#GENESIS} without any
 * @param publicKey Ed25519, X.509 in base64
 */
public record OpenJournal(
        String epoch,
        long generation,
        UUID opening,
        String machine,
        long lastN,
        String headHash,
        String publicKey) {}
