package io.fulfillx.backend.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds replies against those in the examples. With {@code -Dfulfillx.examples=<folder>} it writes
 * them into the example files instead; the folder is that of this package among the resources.
 */
final class ExampleReplies {
    private static final Set<Fault.Code> TELLING =
            EnumSet.of(
                    Fault.Code.INVALID,
                    Fault.Code.NOT_FOUND,
                    Fault.Code.CONFLICT,
                    Fault.Code.GAP,
                    Fault.Code.NOT_ALLOWED_NOW);

    private final String folder = System.getProperty("fulfillx.examples", "");
    private final ExampleIds ids;

    ExampleReplies(ExampleIds ids) {
        this.ids = ids;
    }

    /** What is wrong about the example; empty when nothing is. */
    String differences(Route route, JsonNode example, JsonNode reply) {
        if (reply.isNull()) {
            return "";
        } else if (isRecording() && example instanceof ObjectNode file) {
            file.set("reply", ids.written(stripped(reply)));
            return "";
        }
        Set<String> promised = fields(example.path("reply"));
        Set<String> given = fields(reply);
        return promised.equals(given)
                ? ""
                : "%s: the example's reply has also %s, the reply has also %s"
                        .formatted(
                                route.operationId(),
                                without(promised, given),
                                without(given, promised));
    }

    private boolean isRecording() {
        return !folder.isEmpty();
    }

    /** What is said about a problem that tells of this route alone. */
    void keep(JsonNode example, Fault.Code code, JsonNode problem) {
        if (isRecording()
                && TELLING.contains(code)
                && problem.path("detail").isTextual()
                && example instanceof ObjectNode file) {
            ObjectNode own = file.withObject("/problems/" + code.slug());
            own.set("detail", ids.written(problem.path("detail")));
            if (problem.hasNonNull("pointer")) {
                own.set("pointer", problem.path("pointer"));
            }
        }
    }

    void save(Route route, JsonNode example) {
        if (isRecording()) {
            if (example.path("problems") instanceof ObjectNode problems) {
                problems.retain(route.codes().stream().map(Fault.Code::slug).toList());
            }
            write(Path.of(folder, Examples.name(route)), example);
        }
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(those);
        return left;
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

    /** Every field at any depth; those of a list's elements together. */
    private static Set<String> fields(JsonNode node) {
        Set<String> names = new TreeSet<>();
        collect(names, "", node);
        return names;
    }

    private static void collect(Set<String> names, String at, JsonNode node) {
        if (node.isArray()) {
            node.forEach(element -> collect(names, at + "/-", element));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(names, at + "/" + field.getKey(), field.getValue()));
        } else if (!node.isNull() && !at.endsWith("/nextCursor")) {
            names.add(at);
        }
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
