package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.channels.shopify.ShopifySignature;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.server.GeneratedClient.Answered;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Plays the examples in the order of {@code example-story.txt} in an organization of its own, and
 * provokes each route's problems. What differs from the description is collected in {@code wrong}.
 * With {@code -Dfulfillx.examples=<folder>} it writes the replies into the example files there.
 */
final class ExampleStory {
    private final TestBackend.Org org = TestBackend.newOrg();
    private final GeneratedClient client;
    private final Map<String, Route> routes = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final ExampleIds ids = new ExampleIds();
    private final Set<String> played = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> provoked = new TreeSet<>();

    ExampleStory(GeneratedClient client) {
        this.client = client;
        TestBackend.assembly().features().stream()
                .flatMap(feature -> feature.routes().stream())
                .forEach(route -> routes.put(route.operationId(), route));
        ids.learn(16, org.id().toString());
    }

    Set<String> played() {
        return played;
    }

    List<String> wrong() {
        return wrong;
    }

    /** Operation and code of each problem that came as described. */
    Set<String> provoked() {
        return provoked;
    }

    void play() {
        try (InputStream file = ExampleStory.class.getResourceAsStream("example-story.txt")) {
            for (String line :
                    new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" => ");
                    JsonNode reply = step(parts[0].strip());
                    learn(parts, reply);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void learn(String[] parts, JsonNode reply) {
        if (parts.length > 1) {
            int colon = parts[1].indexOf(':');
            String id = reply.at(parts[1].substring(colon + 1).strip()).asText();
            if (id.isEmpty()) {
                wrong.add(parts[0] + ": nothing at " + parts[1] + " in " + reply);
                return;
            }
            ids.learn(Integer.parseInt(parts[1].substring(0, colon).strip()), id);
        }
    }

    private JsonNode step(String words) {
        String[] word = words.split(" ", 4);
        return switch (word[0]) {
            case "prepare" -> prepare(word[1], word[2], ids.real(word[3]));
            case "letter" -> letter();
            default -> example(word[0], word[1]);
        };
    }

    private JsonNode prepare(String method, String path, String body) {
        Answer answer =
                new ApiClient(TestBackend.assembly().port(), token("admin"))
                        .send(
                                method,
                                path,
                                body.getBytes(StandardCharsets.UTF_8),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (answer.status() / 100 != 2) {
            wrong.add(path + " " + body + ": " + answer.json());
        }
        return answer.json();
    }

    /** A signed delivery that nobody understands. */
    private JsonNode letter() {
        byte[] body = "{\"line_items\":7}".getBytes(StandardCharsets.UTF_8);
        ApiClient anybody = new ApiClient(TestBackend.assembly().port(), "");
        String secret =
                Examples.of(Objects.requireNonNull(routes.get("postChannels")))
                        .at("/request/webhookSecret")
                        .asText();
        var _ =
                anybody.send(
                        "POST",
                        ids.real("/webhooks/shopify/" + org.id() + "/" + ExampleIds.name(1)),
                        body,
                        Map.of(
                                "X-Shopify-Topic",
                                "orders/create",
                                "X-Shopify-Hmac-Sha256",
                                ShopifySignature.sign(body, secret)));
        return new ApiClient(TestBackend.assembly().port(), token("admin"))
                .get("/api/v1/channels/dead-letters")
                .json();
    }

    String token(String role) {
        return role.isEmpty() ? "" : tokens.computeIfAbsent(role, name -> org.as(name).token());
    }

    private JsonNode example(String role, String operation) {
        Route route = routes.get(operation);
        if (route == null) {
            wrong.add(operation + ": there is no such operation");
            return MissingNode.getInstance();
        }
        JsonNode example = Examples.of(route);
        played.add(operation);
        String key = UUID.randomUUID().toString();
        try {
            JsonNode body = ids.real(example.path("request"));
            Answered answered = client.call(operation, token(role), values(example, key), body);
            if (answered.status() != route.notes().status()) {
                wrong.add(operation + ": " + answered);
                return answered.body();
            }
            compare(route, example, answered.body());
            new ExampleProblems(client, ids, provoked, wrong)
                    .provoke(route, example, new ExampleProblems.Caller(this::token, role, key));
            return answered.body();
        } catch (AssertionError e) {
            wrong.add(operation + ": " + e.getMessage());
            return MissingNode.getInstance();
        }
    }

    private Map<String, String> values(JsonNode example, String key) {
        return ExampleProblems.values(example, ids, key);
    }

    /** The example's reply has the fields that replies have, no more and no fewer. */
    private void compare(Route route, JsonNode example, JsonNode reply) {
        String folder = System.getProperty("fulfillx.examples", "");
        if (!folder.isEmpty() && example instanceof ObjectNode file && !reply.isNull()) {
            file.set("reply", ids.written(stripped(reply)));
            write(Path.of(folder, Examples.name(route)), file);
        } else if (!reply.isNull() && !fields(example.path("reply")).equals(fields(reply))) {
            wrong.add(
                    "%s: the example's reply has %s, the reply %s"
                            .formatted(
                                    route.operationId(),
                                    fields(example.path("reply")),
                                    fields(reply)));
        }
    }

    /** A client shows absent fields as null. */
    private static JsonNode stripped(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode kept = Json.mapper().createObjectNode();
            object.properties()
                    .forEach(
                            field -> {
                                if (!field.getValue().isNull()) {
                                    kept.set(field.getKey(), stripped(field.getValue()));
                                }
                            });
            return kept;
        } else if (node.isArray()) {
            var kept = Json.mapper().createArrayNode();
            node.forEach(element -> kept.add(stripped(element)));
            return kept;
        }
        return node;
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new TreeSet<>();
        stripped(node).fieldNames().forEachRemaining(names::add);
        names.remove("nextCursor");
        return names;
    }

    private static void write(Path file, JsonNode content) {
        try {
            Files.writeString(
                    file,
                    Json.mapper()
                                    .writer()
                                    .with(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(content)
                            + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
