package io.fulfillx.backend.printing;

import io.fulfillx.printing.language.PrinterCondition;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A printer as it was set up, and what it said last.
 *
 * @param profile id of its model's profile
 * @param active false once it was archived; its past prints keep its name
 * @param condition null while no server process drives it
 */
record SavedPrinter(
        UUID printerId,
        String name,
        URI address,
        String profile,
        boolean active,
        @Nullable PrinterCondition condition,
        @Nullable Instant conditionAt) {
    /** Whether it is to be driven as before. */
    boolean samePlace(SavedPrinter other) {
        return address.equals(other.address) && profile.equals(other.profile);
    }
}
