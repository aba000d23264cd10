package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.sql.Position;
import io.fulfillx.model.wire.Json;

import java.util.Optional;

/**
 * A response: status, media type and body.
 *
 * @param position where the change that it tells of stands, for the caller's next reads
 */
public record Reply(int status, String mediaType, byte[] body, Optional<Position> position) {
    private static final String JSON = "application/json";

    public Reply(int status, String mediaType, byte[] body) {
        this(status, mediaType, body, Optional.empty());
    }

    Reply at(Position change) {
        return new Reply(status, mediaType, body, Optional.of(change));
    }

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
