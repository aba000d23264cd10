package io.fulfillx.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * A station introduces itself with the one-time code a manager was given for it.
 *
 * @param publicKey Ed25519, X.509 in base64; null from a program that signs nothing
 */
public record EnrolRequest(
        String organization,
        String code,
        String machine,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String publicKey) {}
