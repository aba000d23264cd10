package io.fulfillx.backend.platform.http;

import io.fulfillx.model.wire.Json;

/** A response: status, media type and body. */
public record Reply(int status, String mediaType, byte[] body) {
    private static final String JSON = "application/json";

    public static Reply ok(Object value) {
        return new Reply(200, JSON, Json.bytes(value));
    }

    public static Reply created(Object value) {
        return new Reply(201, JSON, Json.bytes(value));
    }

    /** Taken on; it goes on after the answer. */
    public static Reply accepted(Object value) {
        return new Reply(202, JSON, Json.bytes(value));
    }

    public static Reply document(String mediaType, byte[] content) {
        return new Reply(200, mediaType, content);
    }
}
