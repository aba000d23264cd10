package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.sql.Position;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A response: status, media type and body.
 *
 * @param position where the change that it tells of stands, for the caller's next reads
 * @param stream writes the body when it is too long to be held in memory; then body is empty
 * @param fileName under which it is to be saved instead of shown; null when it may be shown
 */
public record Reply(
        int status,
        String mediaType,
        byte[] body,
        Optional<Position> position,
        @Nullable Stream stream,
        @Nullable String fileName) {
    private static final String JSON = "application/json";

    /** Writes a body piece by piece, after the route has answered. */
    @FunctionalInterface
    public interface Stream {
        void write(OutputStream out) throws IOException;
    }

    public Reply(int status, String mediaType, byte[] body) {
        this(status, mediaType, body, Optional.empty(), null, null);
    }

    Reply(int status, String mediaType, byte[] body, Optional<Position> position) {
        this(status, mediaType, body, position, null, null);
    }

    Reply at(Position change) {
        return new Reply(status, mediaType, body, Optional.of(change), stream, fileName);
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

    /** A file that somebody sent in: browsers save it under that name and never show it. */
    public static Reply file(String mediaType, String fileName, byte[] content) {
        return new Reply(200, mediaType, content, Optional.empty(), null, fileName);
    }

    /** RFC 6266: the name in ASCII for old readers, and as it is (RFC 8187) for all others. */
    Optional<String> disposition() {
        return Optional.ofNullable(fileName)
                .map(
                        name ->
                                "attachment; filename=\""
                                        + name.replaceAll("[^A-Za-z0-9._ -]", "_")
                                        + "\"; filename*=UTF-8''"
                                        + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                                .replace("+", "%20")
                                                .replace("*", "%2A"));
    }

    /** A document of any length. A fault in the middle of it cuts the connection. */
    public static Reply stream(String mediaType, Stream stream) {
        return new Reply(200, mediaType, new byte[0], Optional.empty(), stream, null);
    }
}
