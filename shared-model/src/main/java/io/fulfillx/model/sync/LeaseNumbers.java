package io.fulfillx.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A station asks for numbers that it may give out by itself.
 *
 * @param lease makes a repeated request the same one
 * @param epoch the life of the journal that they are for
 * @param carrier whose labels they are for; null for plates
 */
public record LeaseNumbers(
        UUID lease,
        String epoch,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String carrier) {}
