package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.channels.shopify.ShopifySignature;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.server.GeneratedClient.Answered;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Plays the examples in the order of {@code example-story.txt} in an organization of its own, and
 * provokes each route's problems. What differs from the description is collected in {@code wrong}.
 */
final class ExampleStory {
    /** The bench at which parcels are packed. */
    private static final int BENCH = 15;

    private static final int ORGANIZATION = 16;

    private final TestBackend.Org org = TestBackend.newOrg();
    private final GeneratedClient client;
    private final Map<String, Route> routes = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final ExampleIds ids = new ExampleIds();
    private final ExampleReplies replies = new ExampleReplies(ids);
    private final Set<String> played = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> provoked = new TreeSet<>();

    ExampleStory(GeneratedClient client) {
        this.client = client;
        TestBackend.assembly().features().stream()
                .flatMap(feature -> feature.routes().stream())
                .forEach(route -> routes.put(route.operationId(), route));
        ids.learn(ORGANIZATION, org.id().toString());
        ids.learn("tide-and-table", org.slug());
        ids.nextStep();
        String _ = token("station");
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
                    ids.nextStep();
                    String[] parts = line.split(" => ");
                    String[] names = parts.length > 1 ? parts[1].split(",") : new String[0];
                    step(parts[0].strip(), reply -> learn(parts[0], names, reply));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void learn(String step, String[] names, JsonNode reply) {
        for (String name : names) {
            int colon = name.indexOf(':');
            String called = name.substring(0, colon).strip();
            String real = reply.at(name.substring(colon + 1).strip()).asText();
            if (real.isEmpty()) {
                wrong.add(step + ": nothing at " + name + " in " + reply);
            } else if (called.matches("[0-9]+")) {
                ids.learn(Integer.parseInt(called), real);
            } else {
                ids.learn(called, real);
            }
        }
    }

    private void step(String words, Consumer<JsonNode> learn) {
        String[] word = words.split(" ", 4);
        switch (word[0]) {
            case "prepare" -> learn.accept(prepare("admin", word[1], word[2], word[3]));
            case "bench" -> learn.accept(prepare("station", word[1], word[2], word[3]));
            case "look" -> learn.accept(look(word[1]));
            case "await" -> await(word[1], word[2], word[3]);
            case "times" -> times(Integer.parseInt(word[1]), word[2], word[3]);
            case "pictures" -> pictures(word[1], Integer.parseInt(word[2]));
            case "letter" -> learn.accept(letter());
            default -> example(word[0], word[1], learn);
        }
    }

    private ApiClient as(String role) {
        return new ApiClient(TestBackend.assembly().port(), token(role));
    }

    private JsonNode prepare(String role, String method, String path, String body) {
        Answer answer =
                as(role).send(
                                method,
                                ids.real(path),
                                ids.real(body).getBytes(StandardCharsets.UTF_8),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (answer.status() / 100 != 2) {
            wrong.add(path + " " + body + ": " + answer.json());
        }
        return answer.json();
    }

    /** The same request so often, each with its own number. */
    private void times(int count, String method, String pathAndBody) {
        String[] word = pathAndBody.split(" ", 2);
        for (int i = 1; i <= count; i++) {
            String number = Integer.toString(i);
            var _ =
                    prepare(
                            "admin",
                            method,
                            word[0].replace("{n}", number),
                            word[1].replace("{n}", number));
        }
    }

    private void pictures(String item, int count) {
        for (int i = 0; i < count; i++) {
            Answer answer =
                    as("admin")
                            .send(
                                    "POST",
                                    ids.real("/api/v1/items/" + item + "/images"),
                                    Pictures.png(i),
                                    Map.of("Idempotency-Key", UUID.randomUUID().toString()));
            if (answer.status() != 201) {
                wrong.add("picture " + i + ": " + answer.json());
            }
        }
    }

    private JsonNode look(String path) {
        return as("admin").get(ids.real(path)).json();
    }

    /** Background work is done when the value at that pointer is the wanted one, or not empty. */
    private void await(String path, String pointer, String wanted) {
        Floor.await(
                () -> {
                    String now = look(path).at(pointer).asText();
                    return wanted.equals("any") ? !now.isEmpty() : now.equals(ids.real(wanted));
                });
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
        return look("/api/v1/channels/dead-letters");
    }

    String token(String role) {
        if (role.isEmpty()) {
            return "";
        }
        String known = tokens.get(role);
        String token = known == null ? signIn(role) : known;
        tokens.put(role, token);
        return token;
    }

    private String signIn(String role) {
        if (!role.equals("station")) {
            return org.as(role).token();
        }
        JsonNode bench =
                prepare("admin", "POST", "/api/v1/stations", "{\"name\":\"Packing bench 1\"}");
        ids.learn(BENCH, bench.path("stationId").asText());
        return Floor.enrol(TestBackend.assembly().port(), org.slug(), bench).token();
    }

    private void example(String role, String operation, Consumer<JsonNode> learn) {
        Route route = routes.get(operation);
        if (route == null) {
            wrong.add(operation + ": there is no such operation");
            return;
        }
        JsonNode example = Examples.of(route);
        played.add(operation);
        String key = UUID.randomUUID().toString();
        try {
            JsonNode body = ids.real(example.path("request"));
            Map<String, String> values = ExampleProblems.values(example, ids, key);
            Answered answered = client.call(operation, token(role), values, body);
            if (answered.status() != route.notes().status()) {
                wrong.add(operation + ": " + answered);
                return;
            }
            learn.accept(answered.body());
            String differs = replies.differences(route, example, answered.body());
            if (!differs.isEmpty()) {
                wrong.add(differs);
            }
            new ExampleProblems(client, ids, replies, provoked, wrong)
                    .provoke(route, example, new ExampleProblems.Caller(this::token, role, key));
            replies.save(route, example);
        } catch (AssertionError e) {
            wrong.add(operation + ": " + e.getMessage());
        }
    }
}
