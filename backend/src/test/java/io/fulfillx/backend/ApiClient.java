package io.fulfillx.backend;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/** Calls the server over HTTP, as a web client would. */
public final class ApiClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final String token;

    public ApiClient(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** The same caller at another server process. */
    public ApiClient at(int otherPort) {
        return new ApiClient(otherPort, token);
    }

    /** The access token of this caller. */
    public String token() {
        return token;
    }

    /**
     * An answer: status and body.
     *
     * @param position where the change stands that it tells of, empty for reads
     */
    public record Answer(int status, byte[] body, String mediaType, String position) {
        public JsonNode json() {
            try {
                return Json.mapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String code() {
            return json().path("code").asText();
        }
    }

    public static ApiClient signIn(int port, String slug, String email, String password) {
        Answer answer =
                new ApiClient(port, "")
                        .post(
                                "/api/v1/auth/sign-in",
                                Map.of("organization", slug, "email", email, "password", password));
        return new ApiClient(port, answer.json().path("accessToken").asText());
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** Reads what is known now, the change of that answer included. */
    public Answer getAfter(Answer change, String path) {
        return send(request(path).header("X-Position", change.position()).GET().build());
    }

    /** Posts with a fresh idempotency key. */
    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Object body, String key) {
        return send(
                request(path)
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
                        .build());
    }

    public Answer send(String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder builder =
                request(path).method(method, HttpRequest.BodyPublishers.ofByteArray(bytes(body)));
        headers.forEach(builder::header);
        return send(builder.build());
    }

    private static byte[] bytes(Object body) {
        return body instanceof byte[] raw ? raw : Json.bytes(body);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        return builder;
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("X-Position").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
