package io.fulfillx.launcher.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The server's API for one signed-in user. Safe for many threads. */
public final class ServerApi {
    private static final Duration ANSWER_TIME = Duration.ofSeconds(30);
    private static final int PAGE = 200;
    private static final int UNAUTHENTICATED = 401;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI server;
    private final Credentials credentials;
    private volatile String token;

    /** Who signs in. */
    public record Credentials(String organization, String email, String password) {}

    private ServerApi(URI server, Credentials credentials) {
        this.server = server;
        this.credentials = credentials;
        this.token = "";
    }

    /**
     * @throws ApiProblem when the server refuses or cannot be reached
     */
    public static ServerApi signIn(URI server, Credentials credentials) {
        ServerApi api = new ServerApi(server, credentials);
        var _ = api.renew();
        return api;
    }

    private JsonNode renew() {
        JsonNode session =
                json(exchange("POST", "/api/v1/auth/sign-in", Json.bytes(credentials), ""));
        token = session.path("accessToken").asText();
        return session;
    }

    /** The organisation's id. */
    public String organizationId() {
        return renew().path("orgId").asText();
    }

    public URI server() {
        return server;
    }

    /** A bearer token that is good for most of an hour. */
    public String accessToken() {
        return token;
    }

    public JsonNode get(String path) {
        return json(call("GET", path, new byte[0]));
    }

    public byte[] bytes(String path) {
        return call("GET", path, new byte[0]);
    }

    /** Posts once, whatever happens to the connection: the idempotency key is the same on retry. */
    public JsonNode post(String path, Object body) {
        return json(call("POST", path, bytes(body)));
    }

    /** As {@link #post}. */
    public JsonNode put(String path, Object body) {
        return json(call("PUT", path, bytes(body)));
    }

    private static byte[] bytes(Object body) {
        return body instanceof byte[] raw ? raw : Json.bytes(body);
    }

    /** Everything behind a list address, page by page. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            String separator = path.contains("?") ? "&" : "?";
            String next = cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor);
            JsonNode page = get(path + separator + "limit=" + PAGE + next);
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return items;
    }

    /** For a value inside an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private byte[] call(String method, String path, byte[] body) {
        String key = UUID.randomUUID().toString();
        try {
            return exchange(method, path, body, key);
        } catch (ApiProblem problem) {
            if (problem.status() != UNAUTHENTICATED) {
                throw problem;
            }
            var _ = renew();
            return exchange(method, path, body, key);
        }
    }

    private byte[] exchange(String method, String path, byte[] body, String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path))
                        .timeout(ANSWER_TIME)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
            request.header("Idempotency-Key", key);
        }
        try {
            HttpResponse<byte[]> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw refusal(method + " " + path, response);
            }
            return response.body();
        } catch (IOException e) {
            throw new ApiProblem(0, method + " " + path + ": the server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiProblem(0, "interrupted", e);
        }
    }

    private static ApiProblem refusal(String what, HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        return new ApiProblem(
                response.statusCode(), what + ": " + response.statusCode() + " " + body, null);
    }

    private static JsonNode json(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new ApiProblem(0, "the server's answer is not JSON", e);
        }
    }
}
